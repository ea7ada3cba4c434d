-- What are the highest cash prizes to be won now, in each currency?
SELECT prize_currency, prize_amount, name, organizer, coalesce(application_deadline, end_date) AS closes_on, url
FROM challenges
WHERE status IN ('upcoming', 'open', 'evergreen') AND prize_kind = 'cash' AND prize_amount IS NOT NULL
QUALIFY row_number() OVER (PARTITION BY prize_currency ORDER BY prize_amount DESC, challenge_id) <= 5
ORDER BY prize_currency, prize_amount DESC, challenge_id

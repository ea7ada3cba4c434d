-- Why is each open position in the Product Management hub: what matched, where, by which rule?
-- Least sure first: those are the ones worth a look.
WITH findings AS (
  SELECT title, company, position_id, score, unnest(from_json(evidence, '["JSON"]')) AS finding
  FROM product_management_positions
)
SELECT
  round(score, 2) AS score,
  title,
  company,
  finding ->> 'rule' AS rule,
  finding ->> 'field' AS field,
  finding ->> 'matched' AS matched
FROM findings
ORDER BY findings.score, position_id, rule, field, matched

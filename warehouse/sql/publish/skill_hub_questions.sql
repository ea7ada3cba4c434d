-- Grain: one frequently asked question of one hub's page. Key: hub, question_number.
SELECT hub, question_number, questions[question_number] AS question, answers[question_number] AS answer
FROM (SELECT *, unnest(range(1, len(questions) + 1)) AS question_number FROM _hub_texts)
ORDER BY hub, question_number

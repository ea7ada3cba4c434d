-- Grain: one frequently asked question of one hub's page, in its order.
SELECT question, answer FROM skill_hub_questions WHERE hub = $hub ORDER BY question_number

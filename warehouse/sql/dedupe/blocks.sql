-- Grain: one affected record that meets another, with its neighbourhood and the batch in which that is matched whole.
-- Key: listing_id.
CREATE OR REPLACE TEMP TABLE blocks AS
WITH sizes AS (
    SELECT leader, count(*) AS size
    FROM leaders
    GROUP BY leader
    HAVING count(*) > 1
),

placed AS (
    SELECT leader, (sum(size) OVER (ORDER BY leader) - size) // $batch AS batch
    FROM sizes
)

SELECT affected.listing_id, affected.number, first.listing_id AS neighbourhood, placed.batch::INTEGER AS batch
FROM leaders
JOIN placed USING (leader)
JOIN affected USING (number)
JOIN affected AS first ON first.number = leaders.leader

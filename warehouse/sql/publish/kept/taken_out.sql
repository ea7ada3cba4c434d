-- The rows of due positions leave a table that otherwise stays. {table} is filled in.
DELETE FROM published.{table} WHERE position_id IN (SELECT position_id FROM _due)

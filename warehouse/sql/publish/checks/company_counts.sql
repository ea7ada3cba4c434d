-- Every open position counts for exactly one company.
SELECT 'companies count ' || coalesce(sum(open_position_count), 0) || ' open positions'
FROM published.companies
HAVING coalesce(sum(open_position_count), 0) <> (SELECT count(*) FROM published.positions)

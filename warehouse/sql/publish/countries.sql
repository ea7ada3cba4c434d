-- Grain: one country, with what stands for it where remote work is limited. Key: country.
SELECT country, name, areas FROM _countries ORDER BY country

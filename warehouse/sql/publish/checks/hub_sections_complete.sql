-- Every hub has its two sections, populated exactly when they count a listing.
SELECT 'hub_sections has ' || count(*) || ' rows for ' || (SELECT count(*) FROM published.skill_hubs) || ' hubs'
FROM published.hub_sections
HAVING count(*) <> 2 * (SELECT count(*) FROM published.skill_hubs)
UNION ALL
SELECT 'section ' || section || ' of ' || hub || ' is ' || state || ' with ' || listing_count || ' listings'
FROM published.hub_sections
JOIN published.skill_hubs USING (hub)
WHERE (state = 'populated') <> (listing_count > 0)
  OR listing_count <> if(section = 'positions', position_count, challenge_count)

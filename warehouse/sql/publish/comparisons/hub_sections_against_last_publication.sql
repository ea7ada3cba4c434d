-- Warning, on hub_sections: no hub's section has lost more than a third of its listings, or emptied, since the last publication.
SELECT now.hub, now.section, before.listing_count AS before, now.listing_count AS now
FROM published.hub_sections AS now
JOIN previous.hub_sections AS before USING (hub, section)
WHERE (before.listing_count >= 10 AND now.listing_count < before.listing_count * 2 / 3)
  OR (before.listing_count > 0 AND now.listing_count = 0)
ORDER BY before.listing_count - now.listing_count DESC

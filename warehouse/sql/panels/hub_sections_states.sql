-- Panel, on hub_sections: What each skill page shows.
SELECT hub, section, state, listing_count AS listings FROM hub_sections ORDER BY listings DESC, hub, section

-- Grain: one level of one hub's ladder, from the first step up. Key: level.
SELECT level, position_count, browse_path FROM skill_hub_levels WHERE hub = $hub ORDER BY level_number

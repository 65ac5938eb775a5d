-- X and Z name price changes by VAT rate too (belgium.md §5.9): that of the line, which its fact holds.
ALTER TABLE price_change ADD COLUMN vat_code TEXT NOT NULL DEFAULT 'X';
--;
ALTER TABLE price_change ADD COLUMN vat_rate INTEGER NOT NULL DEFAULT 0;
--;
UPDATE price_change SET vat_code = w.code, vat_rate = w.rate
FROM (
    SELECT CASE WHEN f.session <> '' THEN f.session ELSE f.till || '/' || f.incarnation END AS session, f.incarnation, f.number,
        json_extract(l.value, '$.vat') AS code, COALESCE(json_extract(l.value, '$.rate'), 0) AS rate,
        ROW_NUMBER() OVER (PARTITION BY f.till, f.incarnation, f.number ORDER BY l.key, c.key) AS place
    FROM fact f, json_each(CAST(f.content AS TEXT), '$.lines') l, json_each(l.value, '$.changes') c
    WHERE f.type = 'SALE' AND f.label <> 'T') AS w
WHERE w.session = price_change.session AND w.incarnation = price_change.incarnation AND w.number = price_change.number
    AND w.place = price_change.position;

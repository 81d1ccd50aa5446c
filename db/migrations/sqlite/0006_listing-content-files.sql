UPDATE listing_revisions SET content = json_set(content, '$.images', json('[]'), '$.documents', json('[]')) WHERE json_type(content, '$.images') IS NULL;

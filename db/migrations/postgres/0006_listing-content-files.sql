UPDATE listing_revisions SET content = content || '{"images": [], "documents": []}'::jsonb WHERE NOT content ? 'images';

DROP TABLE `listing_documents`;--> statement-breakpoint
DROP TABLE `listing_images`;
DROP TABLE "listing_documents" CASCADE;--> statement-breakpoint
DROP TABLE "listing_images" CASCADE;
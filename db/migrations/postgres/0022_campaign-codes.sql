CREATE TABLE "campaigns" (
	"id" text PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"partner" text NOT NULL,
	"event" text NOT NULL,
	"target" text NOT NULL,
	"language" text NOT NULL,
	"earlier" jsonb,
	"edition" integer DEFAULT 1 NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE UNIQUE INDEX "campaigns_code" ON "campaigns" USING btree ("code");--> statement-breakpoint
CREATE INDEX "campaigns_by_state" ON "campaigns" USING btree ("ended_at","created_at");--> statement-breakpoint
CREATE INDEX "campaigns_by_time" ON "campaigns" USING btree ("created_at");
.PHONY: build test demo schemas docs format clean

# The program, optimised: .build/release/plan
build:
	@Scripts/bootstrap
	swift build -c release --product plan

# The one test command. The Swift tests come last, so that their summary closes the output.
test:
	@Scripts/bootstrap oracles
	Scripts/check-layers --self-test
	Scripts/check-layers
	swift format lint --strict -r Sources Tests Package.swift
	swift build --build-tests --explicit-target-dependency-import-check error
	Tests/Oracles/run
	swift test --skip-build --disable-xctest

# A plan from text to a calendar, on this machine alone.
demo:
	@Scripts/bootstrap
	swift build --product plan
	@Scripts/demo

# What editors check plans and templates against; made from the decoder's tables, kept current by the tests.
schemas:
	@Scripts/bootstrap
	swift build --product plan
	@mkdir -p Schemas
	.build/debug/plan schema plan > Schemas/plan.schema.json
	.build/debug/plan schema templates > Schemas/templates.schema.json
	.build/debug/plan schema roster > Schemas/roster.schema.json
	.build/debug/plan schema changes > Schemas/changes.schema.json

# The parts of the documentation that the program itself writes.
docs: schemas
	Scripts/make-docs $(CURDIR)/.build/debug/plan

format:
	swift format -i -r Sources Tests Package.swift

clean:
	rm -rf .build .venv Plans/.plan

import Testing

@testable import Sandbox

@Suite("Anything as a request")
struct FuzzTests {
    /// The fields that fit a path, and some that never do.
    private static func names(_ path: String) -> [String] {
        let shape: RecordShape =
            path.contains("folders")
            ? .folder
            : path.contains("workout")
                ? .workout
                : path.contains("sport-settings")
                    ? .sportSettings
                    : path.contains("wellness")
                        ? .wellness : path.contains("activit") ? .activity : path == "athlete/0" ? .athlete : .event
        return shape.fields.map(\.name) + [
            "id", "filename", "file_contents", "file_contents_base64", "workout", "workout_doc", "steps", "folder_id",
            "numCopies", "weeksBetween", "eventIds", "workoutIds", "extra_workouts", "nothing", "",
        ]
    }
    private static let paths = [
        "athlete/0/events", "athlete/0/events/bulk", "athlete/0/events/bulk?upsert=true", "athlete/0/events/1001",
        "athlete/0/events/bulk-delete", "athlete/0/duplicate-events", "athlete/0/wellness/2026-03-02", "athlete/0",
        "athlete/0/wellness", "athlete/0/wellness-bulk", "athlete/0/sport-settings/Ride?recalcHrZones=true",
        "athlete/0/sport-settings?recalcHrZones=x", "athlete/0/activities/manual", "activity/i5001",
        "athlete/0/events/1001/mark-done", "athlete/0/events?oldest=2026-01-01&newest=9999-12-31&category=NOTE",
        "athlete/0/activities?oldest=0001-01-01&limit=-5", "athlete/0/wellness?oldest=2026-02-30&newest=x",
        "athlete/0/wellness?newest=2026-03-09",
        "athlete/0/events.csv?limit=0&resolve=true", "%%%//?&=&", "athletes?ext_id_prefix=a", "athlete/0/calendars",
        "athlete/0/folders", "athlete/0/folders/1", "athlete/0/folders/1/workouts?oldest=-1&newest=2147483647",
        "athlete/0/folders/1/shared-with", "athlete/0/workouts", "athlete/0/workouts/bulk", "athlete/0/workouts/4",
        "athlete/0/duplicate-workouts", "athlete/0/events/apply-plan", "athlete/0/apply-plan-changes",
        "athlete/0/training-plan", "athlete-plans",
        "athlete/0/workouts.zip?ext=fit&oldest=2026-01-01&newest=2026-12-31",
        "athlete/0/events/1001/download.fit", "athlete/0/events/1001/downloaderg", "download-workout.zwo",
        "athlete/0/download-workoutmrc?powerRange=x", "athlete/0/download-workout.fit",
        "athlete/0/folders/1/import-workout?type=Ride", "athlete/0/athlete-summary.csv?start=0001-01-01",
        "athlete/0/athlete-summary?end=9999-12-31", "activity/i5001/intervals", "activity/i5001?intervals=true",
        "athlete/0/activities/i5001,i5002,", "athlete/0/activities/search?q=%00&limit=-1",
        "athlete/0/activities-around?activity_id=i5001&limit=2147483647", "athlete/0/activities/manual/bulk",
        "athlete/0/sport-settings", "athlete/0/events?ext=fit&oldest=2026-01-01&newest=2026-12-31&resolve=true",
    ]

    private func value(_ random: inout SplitMix, _ path: String, depth: Int = 0) -> JSONValue {
        let scalars: [JSONValue] = [
            .null, true, false, 0, 1, -1, -2, 2_147_483_648, .integer(.max), .integer(.min), .number(1e300),
            .number(-0.5),
            "", " ", "x", "WORKOUT", "NOTE", "SET_FITNESS", "FITNESS_DAYS", "TARGET", "Ride", "Swim", "POWER",
            "2026-03-02T00:00:00", "2026-03-02T25:00", "9999-12-31T00:00:00", "- 10m 60%\n\n3x\n- 5m Z4\n", "\u{0}",
            [55, 75, 90], [], [.number(1e300)], [999], 250, "2026-03-05",
            "- 10m Z2 HR\n- 1km Z9 Pace\n- 20s 0\n- 5m 90% MMP",
            ["steps": [["reps": 3, "steps": [["duration": 60, "power": ["value": 90, "units": "%ftp"]]]]]],
            ["steps": [["duration": 2_147_483_647, "distance": -1, "hr": ["start": 1, "end": 2, "units": "x"]]]],
            "<workout_file><workout><SteadyState Duration='60' Power='9'/></workout></workout_file>", "a.zwo", "a.fit",
            "[COURSE HEADER]\nMINUTES PERCENT\n[END COURSE HEADER]\n[COURSE DATA]\n0 50\n10 60\n[END COURSE DATA]",
            "AAAA", "2199-12-31T23:59:59", "- 1km 90% Pace", "😀",
        ]
        let choice = Int.random(in: 0..<12, using: &random)
        if depth < 3, choice == 0 { return .list((0..<3).map { _ in value(&random, path, depth: depth + 1) }) }
        if depth < 3, choice == 1 { return body(&random, path, depth: depth + 1) }
        return scalars.randomElement(using: &random) ?? .null
    }

    private func body(_ random: inout SplitMix, _ path: String, depth: Int = 0) -> JSONValue {
        var object: [String: JSONValue] = Bool.random(using: &random) ? ride().asObject ?? [:] : [:]
        for _ in 0..<Int.random(in: 0..<6, using: &random) {
            object[FuzzTests.names(path).randomElement(using: &random) ?? ""] = value(&random, path, depth: depth)
        }
        return .object(object)
    }

    private func bytes(_ random: inout SplitMix, _ path: String) -> [UInt8] {
        switch Int.random(in: 0..<10, using: &random) {
        case 0: return (0..<20).map { _ in UInt8.random(in: 0...255, using: &random) }
        case 1: return Array(body(&random, path).bytes.dropLast())
        case 2...4: return JSONValue.list((0..<3).map { _ in body(&random, path) }).bytes
        default: return body(&random, path).bytes
        }
    }

    @Test("never crashes, never answers 500, and keeps a state that it can store and read")
    func neverFails() async throws {
        var random = SplitMix(state: 2026)
        let desk = Desk()
        await desk.send("POST", "athlete/0/events", ride())
        await desk.send("POST", "athlete/0/events/1001/mark-done")
        await desk.send("POST", "athlete/0/folders", ["name": "F", "type": "PLAN"])
        for _ in 0..<4000 {
            let method = ["GET", "POST", "PUT", "PUT", "DELETE"].randomElement(using: &random) ?? "GET"
            let path = FuzzTests.paths.randomElement(using: &random) ?? ""
            let body = bytes(&random, path)
            let response = await desk.raw(method, path, body)
            let text = String(decoding: body, as: UTF8.self)
            #expect([200, 401, 403, 404, 405, 422].contains(response.status), "\(method) \(path) \(text)")
        }
        let data = await desk.sandbox.data
        #expect(try SandboxData(stored: JSONReader.read(data.stored.bytes)) == data)
    }

    @Test("the same requests give the same bytes")
    func deterministic() async {
        var answers: [[[UInt8]]] = []
        for _ in 0..<2 {
            var random = SplitMix(state: 7)
            let desk = Desk()
            var bodies: [[UInt8]] = []
            let path = "athlete/0/events"
            for _ in 0..<30 {
                await desk.send("POST", "athlete/0/events/bulk", .list([body(&random, path), body(&random, path)]))
                bodies.append(await desk.raw("GET", "athlete/0/events?oldest=2026-01-01&newest=2026-12-31").body)
            }
            answers.append(bodies)
        }
        #expect(answers[0] == answers[1])
    }
}

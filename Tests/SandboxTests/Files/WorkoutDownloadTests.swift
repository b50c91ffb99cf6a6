import Testing

@testable import Sandbox

@Suite("Workouts as files")
struct WorkoutDownloadTests {
    private let text: JSONValue = "- 10m 60%\n\n2x\n- 5m 95%\n- 5m 50%\n"

    @Test(
        "a download has two spellings, and becomes an event of the same length",
        arguments: ["zwo", "mrc", "erg", "fit"])
    func roundTrip(format: String) async throws {
        let desk = Desk()
        let id = try await desk.create(ride("2026-03-03", ["description": text]))[0]
        let file = await desk.raw("GET", "athlete/0/events/\(id)/download.\(format)")
        #expect(file.status == 200)
        #expect(file.body == (await desk.raw("GET", "athlete/0/events/\(id)/download\(format)")).body)
        let made = await desk.send(
            "POST", "athlete/0/events",
            [
                "category": "WORKOUT", "type": "Ride", "start_date_local": "2026-03-04T00:00:00",
                "filename": .text("name.\(format)"), "file_contents_base64": .text(Base64.text(file.body)),
                "description": "lost", "name": "N",
            ])
        #expect(made.json["moving_time"] == 1800, "\(made)")
        #expect(made.json["description"].asText?.contains("lost") == false)
    }

    @Test("an unknown format, an event without steps and a broken file are 422")
    func refused() async throws {
        let desk = Desk()
        let id = try await desk.create(ride())[0]
        #expect(await desk.send("GET", "athlete/0/events/\(id)/download.tcx").status == 422)
        #expect(await desk.send("GET", "athlete/0/events/\(id)/download.zwo").status == 422)
        for body: JSONValue in [
            ["filename": "a.zwo", "file_contents": "<workout"], ["filename": "a.fit", "file_contents_base64": "%%"],
            ["filename": "a.txt", "file_contents": "hello"],
        ] {
            let event = ride().with(body.asObject ?? [:])
            #expect(await desk.send("POST", "athlete/0/events", event).status == 422)
        }
    }

    @Test("a workout is converted from its text or from its document, without being stored")
    func converted() async throws {
        let desk = Desk()
        let fromText = await desk.raw(
            "POST", "download-workout.zwo", (["type": "Ride", "name": "C", "description": text] as JSONValue).bytes)
        let document = await desk.send("POST", "athlete/0/events", ride("2026-03-03", ["description": text])).json[
            "workout_doc"]
        let fromDocument = await desk.raw(
            "POST", "athlete/0/download-workoutzwo",
            (["type": "Ride", "name": "C", "workout_doc": document] as JSONValue).bytes)
        #expect(fromText.status == 200)
        #expect(fromText.body == fromDocument.body)
        #expect(await desk.send("GET", "athlete/0/workouts").rows.isEmpty)
    }

    @Test("an import comes as a form, and lies in the folder")
    func imported() async throws {
        let desk = Desk()
        await desk.send("POST", "athlete/0/folders", ["name": "F"])
        let file =
            "<workout_file><name>Z</name><sportType>bike</sportType><workout>"
            + "<SteadyState Duration=\"600\" Power=\"0.6\"/></workout></workout_file>"
        let body =
            "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"z.zwo\"\r\n\r\n\(file)\r\n--b--\r\n"
        let response = await desk.sandbox.handle(
            SandboxRequest(
                method: "POST", path: "/api/v1/athlete/0/folders/1/import-workout?type=Ride",
                headers: [
                    "Authorization": Desk.basic("sandbox"), "Content-Type": "multipart/form-data; boundary=b",
                ], body: Array(body.utf8)))
        #expect(response.status == 200)
        let rows = await desk.send("GET", "athlete/0/workouts").rows
        #expect(rows.map { $0["name"] } == ["Z"])
        #expect(rows.map { $0["moving_time"] } == [600])
        #expect(await desk.send("POST", "athlete/0/folders/1/import-workout?type=Ride", [:]).status == 422)
    }

    @Test("a list carries files on request, and an archive holds those of the days")
    func lists() async throws {
        let desk = Desk()
        try await desk.create(ride("2026-03-03", ["description": text]), note("2026-03-03"))
        let rows = await desk.send("GET", "athlete/0/events?ext=mrc").rows
        #expect(rows.map { $0["workout_filename"] } == ["Ride.mrc", .null])
        let archive = await desk.raw("GET", "athlete/0/workouts.zip?ext=zwo&oldest=2026-03-01&newest=2026-03-31")
        #expect(archive.body.starts(with: "PK\u{3}\u{4}".utf8))
        #expect(String(decoding: archive.body, as: UTF8.self).contains("2026-03-03-Ride.zwo"))
        #expect(await desk.send("GET", "athlete/0/workouts.zip?ext=zwo").status == 422)
    }

    @Test("the checksum of the nine digits is the published one")
    func checksum() {
        #expect(Checksum.crc32(Array("123456789".utf8)) == 0xCBF4_3926)
    }
}

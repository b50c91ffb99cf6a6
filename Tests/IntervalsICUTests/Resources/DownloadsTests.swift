import CivilDates
import Testing

@testable import IntervalsICU

@Suite struct DownloadsTests {
    @Test("a download is the bytes as they came")
    func bytes() async throws {
        let scene = Scene(.answer(200, "<workout_file>\n</workout_file>"))
        let bytes = try await scene.client.downloadEvent(athlete: "0", id: 7, as: .zwo)
        #expect(String(decoding: bytes, as: UTF8.self) == "<workout_file>\n</workout_file>")
        #expect(scene.transport.requests.map(\.target) == ["/api/v1/athlete/0/events/7/download.zwo"])
    }

    @Test("a web page in the place of a file is refused")
    func webPage() async throws {
        let scene = Scene(.answer(200, "<!DOCTYPE html><title>Down</title>"))
        await #expect(throws: ServiceError.self) {
            _ = try await scene.client.downloadEvent(athlete: "0", id: 7, as: .fit)
        }
    }

    @Test("an upload carries the file as base64 beside the event's fields")
    func upload() async throws {
        let scene = Scene(.answer(200, #"{"id":5,"start_date_local":"2026-05-05T00:00:00","category":"WORKOUT"}"#))
        var body = EventBody()
        body.type = "Ride"
        let file = EventUpload(event: body, filename: "a.erg", contents: [0xFF, 0x00])
        #expect(try await scene.client.createEvent(athlete: "0", file: file).id == 5)
        let sent = scene.transport.requests.map { String(decoding: $0.body ?? [], as: UTF8.self) }
        #expect(sent == [#"{"file_contents_base64":"/wA=","filename":"a.erg","type":"Ride"}"#])
    }
}

import Testing

@testable import IntervalsICU

@Suite struct VisibleAthletesTests {
    @Test("of a row that holds another's key only the harmless fields are kept")
    func rows() async throws {
        let json = #"[{"id":"i2","name":"Ann","icu_permission":"READ","icu_tags":["a"],"icu_api_key":"canary-secret"}]"#
        let scene = Scene(.answer(200, json))
        let athletes = try await scene.client.visibleAthletes()
        #expect((athletes[0].id, athletes[0].permission, athletes[0].tags) == ("i2", "READ", ["a"]))
        #expect(!"\(athletes)".contains("canary"))
        #expect(scene.transport.requests.map(\.target) == ["/api/v1/athletes"])
    }
}

import Testing

@testable import Sandbox

@Suite("Wellness as a table")
struct WellnessUploadTests {
    private func upload(_ table: String, _ query: String = "") async -> (Desk, Int) {
        let desk = Desk()
        let body =
            "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"w.csv\"\r\n\r\n\(table)\r\n--b--\r\n"
        let response = await desk.sandbox.handle(
            SandboxRequest(
                method: "POST", path: "/api/v1/athlete/0/wellness" + query,
                headers: ["Authorization": Desk.basic("sandbox"), "Content-Type": "multipart/form-data; boundary=b"],
                body: Array(body.utf8)))
        return (desk, response.status)
    }

    @Test("cells become fields, and empty ones change nothing")
    func cells() async {
        let (desk, status) = await upload("date,weight,comments\n2026-02-01,70.5,\"a, \"\"b\"\"\"\n2026-02-02,,x\n")
        #expect(status == 200)
        let first = await desk.send("GET", "athlete/0/wellness/2026-02-01").json
        #expect(first["weight"] == .number(70.5))
        #expect(first["comments"] == "a, \"b\"")
        #expect(await desk.send("GET", "athlete/0/wellness/2026-02-02").json["weight"] == .null)
    }

    @Test("an unknown column is refused unless it is to be ignored")
    func columns() async {
        #expect(await upload("date,shoe\n2026-02-01,43\n").1 == 422)
        #expect(await upload("date,shoe\n2026-02-01,43\n", "?ignoreMissingFields=true").1 == 200)
        #expect(await upload("weight\n70\n").1 == 422)
    }
}

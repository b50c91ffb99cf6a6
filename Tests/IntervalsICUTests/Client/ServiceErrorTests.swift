import IntervalsICU
import Testing

@Suite struct ServiceErrorTests {
    @Test("tells method, path, status and message in one line")
    func descriptions() {
        let status = ServiceError.status(method: "PUT", path: "/api/v1/a", status: 422, message: "Missing type")
        #expect("\(status)" == "PUT /api/v1/a: 422, Missing type")
        let denied = ServiceError.unauthorized(method: "GET", path: "/api/v1/a", message: "Auth failed")
        #expect("\(denied)".hasPrefix("GET /api/v1/a: 401, Auth failed ("))
        let broken = ServiceError.malformedAnswer(method: "GET", path: "/api/v1/a", what: "it is empty")
        #expect("\(broken)" == "GET /api/v1/a: the answer cannot be read: it is empty")
    }

    @Test("says of a write without answer that it may have been done")
    func unknownOutcome() {
        let write = ServiceError.transport(method: "POST", path: "/p", message: "no answer", outcomeUnknown: true)
        #expect("\(write)" == "POST /p: no answer (the service may have done it all the same)")
        let read = ServiceError.transport(method: "GET", path: "/p", message: "no answer", outcomeUnknown: true)
        #expect("\(read)" == "GET /p: no answer")
    }

    @Test("knows which failures leave a write in doubt")
    func doubt() {
        #expect(ServiceError.status(method: "PUT", path: "", status: 500, message: "").outcomeUnknown)
        #expect(!ServiceError.status(method: "PUT", path: "", status: 422, message: "").outcomeUnknown)
        #expect(!ServiceError.rateLimited(method: "PUT", path: "", message: "").outcomeUnknown)
        #expect(ServiceError.malformedAnswer(method: "PUT", path: "", what: "").outcomeUnknown)
        #expect(ServiceError.forbidden(method: "PUT", path: "", message: "").isAccessDenied)
    }
}

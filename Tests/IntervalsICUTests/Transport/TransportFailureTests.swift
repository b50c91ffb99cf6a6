import Foundation
import FoundationNetworking
import Testing

@testable import IntervalsICU

@Suite struct TransportFailureTests {
    @Test(
        "what fails before a connection stands was not sent",
        arguments: [
            URLError.Code.cannotFindHost, .dnsLookupFailed, .cannotConnectToHost, .notConnectedToInternet,
            .secureConnectionFailed, .serverCertificateUntrusted, .badURL,
        ])
    func notSent(_ code: URLError.Code) {
        guard case .notSent = TransportFailure(URLError(code)) else {
            Issue.record("\(code)")
            return
        }
    }

    @Test(
        "what fails later may have arrived",
        arguments: [URLError.Code.timedOut, .networkConnectionLost, .badServerResponse, .cancelled, .unknown])
    func unknownOutcome(_ code: URLError.Code) {
        guard case .unknownOutcome = TransportFailure(URLError(code)) else {
            Issue.record("\(code)")
            return
        }
    }
}

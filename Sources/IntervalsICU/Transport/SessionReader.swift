import Foundation
import FoundationNetworking

/// One URL session and the delegate that reads its answers.
struct SessionReader: Sendable {
    private let session: URLSession
    private let answers: AnswerCollector
    private let limits: TransportLimits

    init(limits: TransportLimits) {
        let configuration = URLSessionConfiguration.ephemeral
        configuration.timeoutIntervalForRequest = limits.idle / .seconds(1)
        configuration.httpCookieStorage = nil
        configuration.httpShouldSetCookies = false
        configuration.urlCache = nil
        configuration.requestCachePolicy = .reloadIgnoringLocalCacheData
        answers = AnswerCollector(largestBytes: limits.answerBytes)
        session = URLSession(configuration: configuration, delegate: answers, delegateQueue: InlineQueue())
        self.limits = limits
    }

    /// Sends the request and waits for its answer, its failure or the end of our patience.
    func answer(to request: URLRequest, once: Bool) async throws(TransportFailure) -> HTTPResponse {
        let task = session.dataTask(with: request)
        let timer = Task { [limits, answers] in
            try await Task.sleep(for: limits.total)
            answers.fail(task, .unknownOutcome("no whole answer within \(limits.total)"))
            task.cancel()
        }
        defer {
            timer.cancel()
            if once { session.finishTasksAndInvalidate() }
        }
        let result = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                answers.begin(task, continuation)
                task.resume()
            }
        } onCancel: {
            task.cancel()
        }
        return try result.get()
    }
}

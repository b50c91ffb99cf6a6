import Logging

extension IntervalsClient {
    /// Sends the call, as often as the retry policy allows, and returns the first success.
    func perform(_ call: Call) async throws -> HTTPResponse {
        let request = request(for: call)
        var policy = RetryPolicy(call.effect)
        while true {
            guard try await limiter.acquire() else {
                throw ServiceError.rateLimited(
                    method: request.method, path: request.path,
                    message: "this key's 5,000 requests of the day are spent; the service counts anew at 00:00 UTC")
            }
            let result = await attempt(request)
            if case .success(let response) = result, response.isSuccess {
                await limiter.recover()
                return response
            }
            try Task.checkCancellation()
            let failure = failure(of: result)
            guard case .retry(let delay) = policy.next(after: failure, random: random()) else {
                throw error(for: request, result)
            }
            if case .tooManyRequests = failure { await limiter.shrink(pause: delay) }
            logger.debug("\(request.method) \(request.path): again in \(milliseconds(delay)) ms")
            try await clock.sleep(for: delay)
        }
    }

    /// Sends the request once; counted and logged, without headers and bodies.
    private func attempt(_ request: HTTPRequest) async -> Result<HTTPResponse, TransportFailure> {
        traffic.noteRequest(request.method)
        let start = clock.uptime
        let result: Result<HTTPResponse, TransportFailure>
        do {
            let response = try await transport.send(request)
            traffic.noteAnswer(response.headers, now: clock.secondsSinceEpoch)
            result = .success(response)
        } catch {
            result = .failure(error)
        }
        let outcome =
            switch result {
            case .success(let response): "\(response.status), \(response.body.count) bytes"
            case .failure(let failure): credential.redacting(failure.message)
            }
        logger.debug("\(request.method) \(request.path): \(outcome), \(milliseconds(clock.uptime - start)) ms")
        return result
    }

    private func request(for call: Call) -> HTTPRequest {
        var headers = HTTPHeaders([
            ("Accept", "application/json"),
            ("Authorization", credential.authorization),
            ("User-Agent", IntervalsClient.userAgent),
        ])
        if call.body != nil { headers.append("Content-Type", "application/json") }
        return HTTPRequest(
            method: call.method, origin: baseURL, target: call.target, headers: headers, body: call.body)
    }

    private func failure(of result: Result<HTTPResponse, TransportFailure>) -> RetryPolicy.Failure {
        switch result {
        case .success(let response) where response.status == 429:
            .tooManyRequests(retryAfter: RetryAfter.wait(in: response.headers, now: clock.secondsSinceEpoch))
        case .success(let response): .status(response.status)
        case .failure(.notSent): .notSent
        case .failure(.unknownOutcome): .unknownOutcome
        case .failure(.answerRefused): .answerRefused
        }
    }

    private func error(for request: HTTPRequest, _ result: Result<HTTPResponse, TransportFailure>) -> ServiceError {
        let (method, path) = (request.method, request.path)
        switch result {
        case .failure(let failure):
            let message = credential.redacting(failure.message)
            if case .notSent = failure {
                return .transport(method: method, path: path, message: message, outcomeUnknown: false)
            }
            return .transport(method: method, path: path, message: message, outcomeUnknown: true)
        case .success(let response):
            let message = ServiceMessage.text(of: response, redact: credential.redacting)
            return switch response.status {
            case 401: .unauthorized(method: method, path: path, message: message)
            case 403: .forbidden(method: method, path: path, message: message)
            case 429: .rateLimited(method: method, path: path, message: message)
            default: .status(method: method, path: path, status: response.status, message: message)
            }
        }
    }
}

private func milliseconds(_ duration: Duration) -> Int {
    Int(duration / .milliseconds(1))
}

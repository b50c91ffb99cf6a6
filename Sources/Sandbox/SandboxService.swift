/// The service in miniature: a request value goes in, a response value comes out.
public actor SandboxService {
    var service: Service
    private let file: DataFile?
    private var script = FaultScript()

    /// Every request since the start or the last reset.
    public private(set) var requestLog: [LoggedRequest] = []

    /// Makes a sandbox; with a file, that is overwritten after every write.
    public init(
        data: SandboxData = .fresh(), switches: Switches = Switches(), clock: SandboxClock, file: String? = nil
    ) {
        service = Service(data: data, switches: switches, clock: clock)
        self.file = file.map(DataFile.init(path:))
    }

    /// Makes a sandbox from its file, or a fresh one where there is no such file yet.
    public static func load(
        file: String, fresh: SandboxData = .fresh(), switches: Switches = Switches(), clock: SandboxClock
    ) throws -> SandboxService {
        let data = try DataFile(path: file).read() ?? fresh
        return SandboxService(data: data, switches: switches, clock: clock, file: file)
    }

    /// Answers a request, unless a fault of the script comes between.
    public func handle(_ request: SandboxRequest) -> SandboxResponse {
        let effects = script.effects(on: request)
        var response = faulty(request, effects)
        for case .delay(let milliseconds) in effects { response.delayMilliseconds += milliseconds }
        response.headers["Date"] = Timestamp.header(milliseconds: service.clock.now())
        let status = response.delivery == .dropped ? 0 : response.status
        requestLog.append(LoggedRequest(method: request.method, path: request.path, status: status))
        return response
    }

    private func faulty(_ request: SandboxRequest, _ effects: [Fault.Effect]) -> SandboxResponse {
        let effect = effects.first { if case .delay = $0 { false } else { true } }
        switch effect {
        case .answer(let status, let headers, let body):
            return SandboxResponse(status: status, headers: headers, body: Array(body.utf8))
        case .dropBefore: return .droppedConnection
        case .dropAfter:
            _ = process(request)
            return .droppedConnection
        case .commitOnly(let items, let status):
            var response = process(request, itemLimit: items)
            if response.status == 500 { response.status = status }
            return response
        case .truncate(let bytes):
            var response = process(request)
            response.body = Array(response.body.prefix(bytes))
            return response
        case .cut(let bytes):
            var response = process(request)
            response.delivery = .cut(afterBytes: bytes)
            return response
        case .emptyList: return process(request, rows: 0)
        case .shortList(let rows): return process(request, rows: rows)
        case .delay, nil: return process(request)
        }
    }

    private func process(_ request: SandboxRequest, itemLimit: Int? = nil, rows: Int? = nil) -> SandboxResponse {
        let before = service.data
        let reply = service.answer(request, itemLimit: itemLimit)
        if file != nil, service.data != before {
            do {
                try file?.write(service.data)
            } catch {
                service.data = before
                let failure = ServiceError(status: 500, message: "The data file cannot be written: \(error)")
                return Reply(failure.body, status: 500).response
            }
        }
        return (rows.map(reply.shortened) ?? reply).response
    }

    /// Empties the log.
    public func resetLog() {
        requestLog = []
    }

    /// Sets what goes wrong from the next request on, which counts as number 0.
    public func script(_ faults: [Fault]) {
        script = FaultScript(faults)
    }

    /// Sets behaviours from the next request on.
    public func use(_ switches: Switches) {
        service.switches = switches
    }

    /// Sets how many requests are taken; nil, as at the start, for any number.
    public func use(_ limits: RateLimits?) {
        service.limits = limits
    }

    /// Sets the clock.
    public func use(_ clock: SandboxClock) {
        service.clock = clock
    }

    /// Everything the sandbox knows.
    public var data: SandboxData {
        service.data
    }

    /// Changes who may do what and where, as nobody can through the API.
    public func change(_ change: @Sendable (inout SandboxData) -> Void) throws {
        change(&service.data)
        try save()
    }

    /// Writes the file, if there is one.
    func save() throws {
        try file?.write(service.data)
    }
}

extension SandboxResponse {
    /// No answer at all.
    static let droppedConnection: SandboxResponse = {
        var response = SandboxResponse(status: 0)
        response.delivery = .dropped
        return response
    }()
}

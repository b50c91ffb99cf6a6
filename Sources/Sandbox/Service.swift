import CivilDates

/// The service as a value: what it knows and how it answers. Every resource extends it in a file of its own.
struct Service: Sendable {
    /// What it knows.
    var data: SandboxData
    /// How it behaves where nobody knows how the real one does.
    var switches: Switches
    /// Its clock.
    var clock: SandboxClock
    /// How many requests it takes; nil for any number.
    var limits: RateLimits?
    private var meter = RateMeter()

    /// Makes a service.
    init(data: SandboxData, switches: Switches, clock: SandboxClock) {
        self.data = data
        self.switches = switches
        self.clock = clock
    }

    /// Answers a request; a refused one changes nothing but what a bulk call had written before it broke off.
    mutating func answer(_ request: SandboxRequest, itemLimit: Int? = nil) -> Reply {
        do {
            var reply = try route(request, itemLimit: itemLimit)
            if request.method == "HEAD" { reply.body = [] }
            return reply
        } catch let error as ServiceError {
            return Reply(error)
        } catch {
            return Reply(ServiceError(status: 500, message: "\(error)"))
        }
    }

    private mutating func route(_ request: SandboxRequest, itemLimit: Int?) throws -> Reply {
        let target = RequestTarget(request.path)
        if let limits { try meter.countAddress(limits, now: clock.now()) }
        let caller = try caller(authorization: request.header("Authorization"))
        let budget = try limits.map { (limits) throws(ServiceError) in
            try meter.countKey(caller.budget, limits, now: clock.now())
        }
        let method = request.method == "HEAD" ? "GET" : request.method
        let (route, parameters) = try Route.find(method: method, segments: target.segments)
        var call = Call(
            caller: caller, parameters: parameters, target: target, body: request.body,
            contentType: request.header("Content-Type"), itemLimit: itemLimit)
        if let id = parameters["athlete"] {
            call.athlete = try athlete(id, for: caller, route: route)
        }
        var reply = try route.handle(&self, call)
        reply.headers.merge(budget ?? [:]) { own, _ in own }
        return reply
    }

    /// Where the athlete of a path stands, if the caller may do there what the route does.
    private func athlete(_ id: String, for caller: Caller, route: Route) throws(ServiceError) -> Int {
        let id = id == "0" ? caller.athleteID : id
        guard let place = data.place(ofAthlete: id), caller.may(write: route.writes, in: route.area) else {
            throw .denied
        }
        try permit(caller, on: id, write: route.writes)
        return place
    }

    /// Refuses unless the caller may read, or write, the athlete's data.
    func permit(_ caller: Caller, on athlete: String, write: Bool) throws(ServiceError) {
        if athlete == caller.athleteID { return }
        guard caller.scopes == nil, let permission = data.grants[caller.athleteID]?[athlete],
            permission == .write || !write
        else { throw .denied }
    }

    /// Today at an athlete's place.
    func today(of athlete: Int) -> CivilDate {
        clock.today(zone: data.athletes[athlete].zone)
    }

    /// The moment of a write, later than any before.
    mutating func stamp() -> JSONValue {
        data.counters.stamp = max(data.counters.stamp + 1, clock.now())
        return .text(Timestamp.text(milliseconds: data.counters.stamp))
    }
}

import CivilDates
import IntervalsICU

/// Tries out on one far-future event what the service's description leaves open, and removes the event again.
struct WriteProbe {
    /// What was found about one question.
    struct Finding: Sendable {
        /// The letter under which the documentation keeps the question.
        let letter: String
        /// The question.
        let question: String
        /// The answer.
        let answer: String
    }

    let client: IntervalsClient
    let athlete: String
    let day: CivilDate

    /// Runs all probes; what they wrote is removed whatever happens.
    func run() async throws -> [Finding] {
        let result: Result<[Finding], any Error>
        do {
            result = .success(try await findings(try await client.createEvent(athlete: athlete, newEvent)))
        } catch {
            result = .failure(error)
        }
        try await removeTraces()
        return try result.get()
    }

    /// Deletes the probe's events by what the calendar shows: a call that failed may have written all the same.
    private func removeTraces() async throws {
        let events = try await client.events(athlete: athlete, oldest: day, newest: day)
        var failure: (any Error)?
        for event in events where isTrace(event) {
            do {
                try await client.deleteEvent(athlete: athlete, id: event.id)
            } catch {
                failure = failure ?? error
            }
        }
        if let failure { throw failure }
    }

    private func isTrace(_ event: Event) -> Bool {
        event.externalID?.hasPrefix(WriteProbe.markerStart) == true
            || event.name?.hasPrefix(WriteProbe.nameStart) == true
    }

    private static let markerStart = "plan-doctor:"
    private static let nameStart = "plan doctor: "

    private var marker: String { WriteProbe.markerStart + String(repeating: "0123456789", count: 5) + ":~" }

    private var newEvent: EventBody {
        var body = kind
        body.externalID = marker
        body.name = WriteProbe.nameStart + "may be deleted"
        body.description = "- 10m 60%\n"
        body.startDateLocal = LocalDateTime(day, nil)
        body.color = "green"
        return body
    }

    /// The fields that every write carries.
    private var kind: EventBody {
        var body = EventBody()
        body.category = "WORKOUT"
        body.type = "Ride"
        return body
    }

    private func findings(_ event: Event) async throws -> [Finding] {
        var findings = [
            Finding(
                letter: "a", question: "\(marker.count) characters of external_id come back",
                answer: event.externalID == marker ? "yes" : "no: \(event.externalID?.count ?? 0) characters")
        ]
        findings.append(try await changingExternalID(event))
        findings.append(try await sparseUpdate(event))
        findings.append(try await upsert(event))
        findings.append(try await partialBulk(event))
        findings.append(try await stamps(event))
        findings.append(try await whiteSpace(event))
        return findings
    }

    private func changingExternalID(_ event: Event) async throws -> Finding {
        var body = kind
        body.externalID = marker + "2"
        _ = try await client.updateEvent(athlete: athlete, id: event.id, body)
        let now = try await client.event(athlete: athlete, id: event.id)
        return Finding(
            letter: "b", question: "an update may change external_id",
            answer: now.externalID == marker + "2" ? "yes" : "no")
    }

    private func sparseUpdate(_ event: Event) async throws -> Finding {
        var body = kind
        body.name = WriteProbe.nameStart + "may be deleted."
        _ = try await client.updateEvent(athlete: athlete, id: event.id, body)
        let now = try await client.event(athlete: athlete, id: event.id)
        let isKept = now.color == event.color && now.description == event.description
        return Finding(
            letter: "c", question: "an update leaves fields that it does not name", answer: isKept ? "yes" : "no")
    }

    private func upsert(_ event: Event) async throws -> Finding {
        let now = try await client.event(athlete: athlete, id: event.id)
        var body = newEvent
        body.externalID = now.externalID
        let ids = try await client.createEvents(athlete: athlete, [body]).map(\.id)
        return Finding(
            letter: "d", question: "a bulk upsert finds this key's own event", answer: ids == [event.id] ? "yes" : "no")
    }

    private func partialBulk(_ event: Event) async throws -> Finding {
        let before = try await client.event(athlete: athlete, id: event.id)
        var good = newEvent
        good.externalID = before.externalID
        good.name = WriteProbe.nameStart + "half a call"
        var bad = EventBody()
        bad.category = "WORKOUT"
        bad.name = WriteProbe.nameStart + "no sport"
        bad.startDateLocal = good.startDateLocal
        do {
            _ = try await client.createEvents(athlete: athlete, [good, bad])
            return Finding(
                letter: "e", question: "a bulk call with a bad item does nothing", answer: "no: it took the bad item")
        } catch let error as ServiceError where error.status == 422 {
            let now = try await client.event(athlete: athlete, id: event.id)
            return Finding(
                letter: "e", question: "a bulk call with a bad item does nothing",
                answer: now.name == good.name ? "no: it did half" : "yes")
        }
    }

    private func stamps(_ event: Event) async throws -> Finding {
        let first = try await client.event(athlete: athlete, id: event.id).updated
        let second = try await client.event(athlete: athlete, id: event.id).updated
        return Finding(
            letter: "g", question: "the time stamp stands still between two reads",
            answer: first == second ? "yes" : "no")
    }

    private func whiteSpace(_ event: Event) async throws -> Finding {
        var body = kind
        body.description = "Easy.  \r\n\r\n- 10m 60%  \r\n"
        _ = try await client.updateEvent(athlete: athlete, id: event.id, body)
        let now = try await client.event(athlete: athlete, id: event.id)
        return Finding(
            letter: "h", question: "line ends and blanks of a text come back as sent",
            answer: now.description == body.description ? "yes" : "no")
    }
}

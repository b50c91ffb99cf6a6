import CivilDates
import IntervalsICU

/// Tries out on one far-future event what the service's description leaves open, and removes the event again.
struct WriteProbe {
    /// What was found about one question.
    struct Finding {
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

    /// Runs all probes; the event is removed whatever happens.
    func run() async throws -> [Finding] {
        let event = try await client.createEvent(athlete: athlete, newEvent)
        var strays: Set<Int> = [event.id]
        let result: Result<[Finding], any Error>
        do {
            result = .success(try await findings(event, &strays))
        } catch {
            result = .failure(error)
        }
        for id in strays.sorted() { try await client.deleteEvent(athlete: athlete, id: id) }
        return try result.get()
    }

    private var marker: String { "plan-doctor:" + String(repeating: "0123456789", count: 5) + ":~" }

    private var newEvent: EventBody {
        var body = kind
        body.externalID = marker
        body.name = "plan doctor: may be deleted"
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

    private func findings(_ event: Event, _ strays: inout Set<Int>) async throws -> [Finding] {
        var findings = [
            Finding(
                letter: "a", question: "\(marker.count) characters of external_id come back",
                answer: event.externalID == marker ? "yes" : "no: \(event.externalID?.count ?? 0) characters")
        ]
        findings.append(try await changingExternalID(event))
        findings.append(try await sparseUpdate(event))
        findings.append(try await upsert(event, &strays))
        findings.append(try await partialBulk(event, &strays))
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
        body.name = "plan doctor: may be deleted."
        _ = try await client.updateEvent(athlete: athlete, id: event.id, body)
        let now = try await client.event(athlete: athlete, id: event.id)
        let isKept = now.color == event.color && now.description == event.description
        return Finding(
            letter: "c", question: "an update leaves fields that it does not name", answer: isKept ? "yes" : "no")
    }

    private func upsert(_ event: Event, _ strays: inout Set<Int>) async throws -> Finding {
        let now = try await client.event(athlete: athlete, id: event.id)
        var body = newEvent
        body.externalID = now.externalID
        let ids = try await client.createEvents(athlete: athlete, [body]).map(\.id)
        strays.formUnion(ids)
        return Finding(
            letter: "d", question: "a bulk upsert finds this key's own event", answer: ids == [event.id] ? "yes" : "no")
    }

    private func partialBulk(_ event: Event, _ strays: inout Set<Int>) async throws -> Finding {
        let before = try await client.event(athlete: athlete, id: event.id)
        var good = newEvent
        good.externalID = before.externalID
        good.name = "plan doctor: half a call"
        var bad = EventBody()
        bad.category = "WORKOUT"
        bad.name = "plan doctor: no sport"
        bad.startDateLocal = good.startDateLocal
        do {
            let made = try await client.createEvents(athlete: athlete, [good, bad])
            strays.formUnion(made.map(\.id))
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

import CivilDates
import Diagnostics
import PlanSpec
import Testing
import Workouts

struct PlanReadingTests {
    @Test("the contract's example is read without a fault")
    func example() throws {
        let reading = Example.read()
        #expect(lines(reading.diagnostics) == [])
        #expect(reading.files.map(\.path) == ["Plans/a.plan.yaml", "Templates/ride.yaml"])
        let plan = try #require(reading.plan)
        #expect(plan.file == "Plans/a.plan.yaml")
        #expect(plan.id.value == "maratona-2027")
        #expect(plan.name == "Maratona dles Dolomites 2027")
        #expect(plan.sport == .ride)
        #expect(plan.start.value == CivilDate("2027-01-04"))
        #expect(plan.end == CivilDate("2027-04-11"))
        #expect(plan.weekStarts == .mon)
        #expect(plan.templates.count == 7)
    }

    @Test("the athlete's thresholds and fitness")
    func athlete() throws {
        let athlete = try #require(Example.read().plan).athlete
        #expect(athlete.timezone == "Europe/Rome")
        #expect(athlete.sex == .female)
        let ride = try #require(athlete.thresholds(for: .ride))
        #expect(
            [ride.ftp, ride.indoorFTP, ride.lthr, ride.maxHR, ride.restingHR] == [250, 240, 168, 186, 48])
        #expect(ride.sex == .female)
        let speed = try #require(athlete.thresholds(for: .run)?.thresholdPace)
        #expect(abs(speed - 1000.0 / 275) < 1e-9)
        #expect(athlete.fitness?.ctl == 52)
        #expect(athlete.fitness?.atl == 55)
    }

    @Test("availability, limits, publishing and rails")
    func bounds() throws {
        let plan = try #require(Example.read().plan)
        #expect(plan.availability.day(.tue) == Availability.Day(max: 5400))
        #expect(plan.availability.day(.mon).isOff)
        #expect(plan.availability.day(.sat) == Availability.Day(max: 10_800, sessions: 2))
        #expect(plan.availability.day(.sun) == Availability.Day(max: 18_000, sports: [.ride]))
        #expect(plan.limits.ramp?.value == 6)
        #expect(plan.limits.load?.value == 750)
        #expect(plan.limits.hours?.value == 43_200)
        #expect(plan.limits.growth?.value == 0.2)
        #expect(plan.limits.form?.value == -30)
        #expect(plan.limits.hardPerWeek == 2)
        #expect(plan.limits.hardPerWeekRange?.start.line == 34)
        #expect(plan.limits.hardSpacingDays == 2)
        #expect(plan.publish.phases && plan.publish.targets && plan.publish.notes && !plan.publish.lock)
        #expect(plan.publish.times == [.sat: try #require(ClockTime("09:00"))])
        #expect(plan.publish.secondTime == ClockTime("17:30"))
        #expect(plan.rails.deletes == 0.3)
        #expect(plan.rails.freezeDays == 2)
    }

    @Test("races and events")
    func dated() throws {
        let plan = try #require(Example.read().plan)
        #expect(plan.races.map(\.priority) == [.a, .c])
        #expect(plan.races[0].duration == 23_400)
        #expect(plan.races[0].load == 420)
        #expect(plan.races[0].content == nil)
        #expect(plan.races[1].name == "tuneup")
        #expect(plan.races[1].recovery == 2)
        #expect(plan.races[1].time == ClockTime("08:15"))
        #expect(plan.races[1].ranges["date"]?.start.column == 24)
        #expect(plan.events.map(\.id.value) == ["ftp-test", "kick-off", "season"])
        #expect(plan.events[0].instead?.value == "quality")
        guard case .note(forWeek: true) = plan.events[1].kind, case .seasonStart = plan.events[2].kind else {
            Issue.record("the second event is a note for its week, the third a season start")
            return
        }
        #expect(plan.events[2].name == "2027")
    }

    @Test("sessions with their rotation, progress, sizes and places")
    func sessions() throws {
        let phase = try #require(Example.read().plan?.phases.first)
        let week = phase.week
        #expect(week.map(\.id.value) == ["long", "vo2", "tempo", "easy", "gym", "brick", "far"])
        #expect(week[0].share == [0.38])
        #expect(week[0].days == [.sun])
        #expect(week[1].days == [.tue, .wed])
        #expect(names(week[1]) == ["vo2-4x4", "vo2-5x3"])
        #expect(week[2].progress["reps"]?.map(\.amount) == [2, 3, 3, 4])
        #expect(week[3].count == 2)
        #expect(week[4].load == [0])
        #expect(week[4].sport == .weightTraining)
        #expect(phase.recoveryWeek?.first?.parameters["minutes"] == ParameterValue(kind: .duration, amount: 3600))
    }

    @Test("weeks that override their phase")
    func overrides() throws {
        let phase = try #require(Example.read().plan?.phases.first)
        #expect((1...12).filter(phase.isRecovery) == [3, 4, 8, 12])
        #expect(phase.overrides[3]?.load?.value == 200)
        let camp = phase.sessions(ofWeek: 7)
        #expect(camp.map(\.id.value) == ["long", "tempo", "easy", "gym", "brick", "far", "opener"])
        #expect(camp[0].days == [.sat])
        #expect(camp[0].share == [0.38])
        #expect(camp[0].range.start.line != phase.week[0].range.start.line)
        #expect(phase.overrides[7]?.availability?.days == [.thu: Availability.Day(max: 0)])
        #expect(phase.overrides[7]?.availability?.standard == Availability.Day(max: 3600))
        #expect(phase.sessions(ofWeek: 9).map(\.id.value) == ["test"])
        #expect(phase.sessions(ofWeek: 4).map(\.id.value) == ["spin"])
    }

    @Test("a week that gives a session another size or content replaces the old one")
    func replacedSize() throws {
        let reading = Example.read(
            replacing: "sessions: {long: {day: sat}, vo2: off}",
            with: "sessions: {long: {load: 90, text: \"- 1h 60%\"}, vo2: off}")
        #expect(lines(reading.diagnostics) == [])
        let long = try #require(reading.plan?.phases[0].sessions(ofWeek: 7).first)
        #expect(long.share == [])
        #expect(long.load == [90])
        guard case .text = long.content else {
            Issue.record("the text replaces the template")
            return
        }
    }

    @Test("load targets and rhythms")
    func targets() throws {
        let plan = try #require(Example.read().plan)
        guard case .linear(380, 560) = plan.phases[0].load?.value,
            case .list([300, 220.5]) = plan.phases[1].load?.value
        else {
            Issue.record("a linear target and a list")
            return
        }
        #expect(plan.phases[0].rhythm == .ratio(loading: 3, recovery: 1))
        #expect(plan.phases[1].rhythm == .none)
        #expect(plan.phases[1].recovery == 0.65)
        let growth = Example.read(replacing: "{start: 380, end: 560}", with: "{start: 380, growth: 6%}")
        guard case .growth(380, 0.06) = growth.plan?.phases[0].load?.value else {
            Issue.record("a growing target")
            return
        }
        let pattern = Example.read(replacing: "rhythm: 3:1", with: "rhythm: [load, recovery, load]")
        #expect(pattern.plan?.phases[0].rhythm == .pattern([false, true, false]))
        #expect(pattern.plan?.phases[0].isRecovery(week: 5) == true)
    }

    @Test("a template's parameters, knobs and texts")
    func templates() throws {
        let plan = try #require(Example.read().plan)
        let template = try #require(plan.templates["vo2-4x4"])
        #expect(template.parameters.map(\.name) == ["reps", "easy"])
        #expect(template.parameter("easy")?.step.amount == 300)
        #expect(template.parameter("reps")?.grid.map(\.amount) == [3, 4, 5, 6])
        #expect(template.scale == ["easy", "reps"])
        #expect(template.focus == .vo2max)
        #expect(template.name.text(with: template.defaults) == "VO2max 4 x 4 min")
        guard case .text(let text) = template.body else {
            Issue.record("a template with steps")
            return
        }
        #expect(text.text(with: template.defaults).hasSuffix("Cooldown\n- 20m 60%\n"))
        #expect(plan.templates["vo2-5x3"]?.name.text(with: [:]) == "vo2-5x3")
        #expect(plan.templates["gym-a"]?.duration == 2700)
    }

    @Test("every fault of all files comes in one run, in the order of files and lines")
    func allFaults() {
        let plan = Example.plan.replacing("weeks: 12", "weeks: twelve").replacing("ctl: 52", "ctl: no")
            .replacing("day: sun", "day: sunday")
        let templates = Example.templates.replacing("min: 3", "min: 3m").replacing("focus: vo2max", "focus: speed")
        let reading = Example.read(plan, templates: templates)
        #expect(
            reading.diagnostics.map(\.id) == [
                "bad-number", "bad-number", "bad-weekday", "unknown-value", "parameter-kind",
            ])
        #expect(
            reading.diagnostics.compactMap(\.range?.file) == [
                "Plans/a.plan.yaml", "Plans/a.plan.yaml", "Plans/a.plan.yaml", "Templates/ride.yaml",
                "Templates/ride.yaml",
            ])
    }

    @Test("a file that is empty or no map is one fault", arguments: ["", "# nothing\n", "[]", "plan", "~"])
    func noMap(text: String) {
        let reading = Example.read(text)
        #expect(reading.plan == nil)
        #expect(reading.diagnostics.count == 1)
        #expect(reading.diagnostics.first?.range?.start.line == 1)
    }

    @Test(
        "template paths count from the plan's folder",
        arguments: [
            ("Plans/a.plan.yaml", "../Templates/ride.yaml", "Templates/ride.yaml"),
            ("a.plan.yaml", "ride.yaml", "ride.yaml"),
            ("a.plan.yaml", "../ride.yaml", "../ride.yaml"),
            ("/x/Plans/a.yaml", "./b/../ride.yaml", "/x/Plans/ride.yaml"),
            ("../a.yaml", "../ride.yaml", "../../ride.yaml"), ("Plans/a.yaml", "/t/ride.yaml", "/t/ride.yaml"),
        ])
    func paths(plan: String, path: String, expected: String) {
        var asked: [String] = []
        let text = "templates: [\(path)]"
        _ = Plan.read(SourceFile(path: plan, text: text)) {
            asked.append($0)
            return nil
        }
        #expect(asked == [expected])
    }

    private func names(_ session: SessionSpec) -> [String] {
        if case .templates(let names) = session.content { names.map(\.value) } else { [] }
    }
}

extension String {
    /// The text with the first `old` replaced.
    fileprivate func replacing(_ old: String, _ new: String) -> String {
        let parts = split(separator: old, maxSplits: 1, omittingEmptySubsequences: false)
        precondition(parts.count == 2, "there is no \(old)")
        return parts[0] + new + parts[1]
    }
}

struct WeekEntriesReadingTests {
    @Test("overlays, fixed sessions, bricks, splits and indoor variants are read as written")
    func entries() throws {
        let plan = try #require(Example.read().plan)
        #expect(plan.life.map(\.id.value) == ["ski-week", "flu", "spring-camp"])
        #expect(plan.life.map(\.comeback) == [.none, .none, .none])
        let friday = try #require(CivilDate("2027-02-19"))
        let saturday = try #require(CivilDate("2027-02-20"))
        #expect(plan.life[0].room(on: friday)?.isOff == true)
        #expect(plan.life[0].room(on: saturday)?.max == 3600)
        #expect(plan.life[1].room(on: friday)?.isOff == true)
        #expect(plan.life[2].room(on: friday)?.max == 18_000)
        #expect(plan.life[2].load == 900)
        #expect(plan.fixed.map(\.id.value) == ["group-ride", "club"])
        #expect(plan.fixed[0].session.load == [85] && plan.fixed[0].session.duration == [5400])
        #expect(!plan.fixed[0].session.publish)
        let base = plan.phases[0]
        #expect(base.sports.map(\.sport) == [.ride, .run] && base.sports.map(\.share) == [0.8, 0.2])
        guard case .brick(let parts) = base.week[5].content else {
            Issue.record("no brick")
            return
        }
        #expect(parts.map(\.share) == [[0.7], []] && parts.map(\.indoor) == [true, false])
        #expect(parts[1].sport == .run && parts[0].role == .easy)
        #expect(base.week[6].distance == [40_000, 60_000] && base.week[6].optional)
        let tempo = try #require(plan.templates["tempo-3x15"])
        #expect(tempo.variant(indoor: true).sport?.name == "VirtualRide")
        #expect(tempo.variant(indoor: true).parameters.map(\.standard.amount) == [2])
        #expect(tempo.variant(indoor: false).sport == nil)
        #expect(plan.templates["openers"]?.role == .easy)
    }

    @Test("a fixed session happens on its weekdays between its days, in its phases, not on days excepted")
    func fixed() throws {
        let club = try #require(Example.read().plan).fixed[1]
        func happens(_ text: String, _ phase: String = "base") -> Bool {
            CivilDate(text).map { club.happens(on: $0, phase: phase) } ?? false
        }
        #expect(happens("2027-02-02") && happens("2027-02-04"))
        #expect(!happens("2027-02-03") && !happens("2027-01-26") && !happens("2027-02-16"))
        #expect(!happens("2027-02-02", "taper"))
    }
}

struct TargetReadingTests {
    private func phase(_ target: String, kind: String = "base") -> Phase? {
        let plan = """
            format: 1
            id: p
            name: P
            sport: Ride
            start: 2027-01-04
            templates: [../Templates/ride.yaml]
            athlete: {fitness: {ctl: 50, atl: 50}}
            races: [{id: r, date: 2027-01-17, priority: A, duration: 2h, load: 120}]
            phases: [{id: a, kind: \(kind), weeks: 2, \(target), week: [{id: e, template: endurance-ride}]}]
            """
        let reading = Example.read(plan)
        #expect(lines(reading.diagnostics) == [])
        return reading.plan?.phases[0]
    }

    @Test("every form of a load is read")
    func loads() throws {
        #expect(phase("load: [300, 320]")?.load?.value == .list([300, 320]))
        #expect(phase("load: {start: 300, growth: 6%}")?.load?.value == .growth(start: 300, rate: 0.06))
        #expect(phase("load: {ramp: 5}")?.load?.value == .ramp(5))
        #expect(phase("load: {ctl: 78}")?.load?.value == .ctl(78, at: .end, shape: []))
        #expect(phase("load: {ctl: 78, at: peak}")?.load?.value == .ctl(78, at: .peak, shape: []))
        #expect(phase("load: {ctl: 78, shape: [1, .7]}")?.load?.value == .ctl(78, at: .end, shape: [1, 0.7]))
        #expect(phase("load: hold")?.load?.value == .hold)
        #expect(phase("load: hold")?.rhythm == Phase.Rhythm.none)
        #expect(phase("load: {form: 15}", kind: "taper")?.load?.value == .form(.points(15)))
        #expect(phase("load: {form: 10%}", kind: "taper")?.load?.value == .form(.ofFitness(0.1)))
        let cut = phase("load: {cut: 40%}, taper: {shape: step}", kind: "taper")
        #expect(cut?.load?.value == .cut(0.4))
        #expect(cut?.taper == Phase.Taper(curve: .step, cut: 0.5))
    }

    @Test("hours are bare numbers or durations, distances kilometres or with a unit")
    func quantities() throws {
        #expect(phase("hours: [8, 9h30]")?.hours?.value == .list([28_800, 34_200]))
        #expect(phase("hours: {start: 7.5, end: 9}")?.hours?.value == .linear(start: 27_000, end: 32_400))
        #expect(phase("distance: [60, 40mi]")?.distance?.value == .list([60_000, 64_373.6]))
        #expect(phase("distance: {start: 50km, growth: 5%}")?.distance?.value == .growth(start: 50_000, rate: 0.05))
    }

    private func plan(_ anchor: String, as other: PlanAnchor? = nil) -> PlanReading {
        let text = """
            format: 1
            id: p
            name: P
            sport: Ride
            \(anchor)
            templates: [../Templates/ride.yaml]
            races: [{id: r, date: {weeks_out: 0}, priority: B, duration: 2h, load: 120}]
            events:
              - {id: a, date: {weeks_out: 1, day: sat}, kind: note, name: A}
              - {id: b, date: {week: build.w1, day: mon}, kind: note, name: B}
              - {id: c, date: 2027-01-06, kind: note, name: C}
            phases:
              - {id: base, kind: base, weeks: 2, week: [{id: e, template: endurance-ride}]}
              - {id: build, kind: build, weeks: 2, week: [{id: e, template: endurance-ride}]}
            """
        return Plan.read(SourceFile(path: "Plans/a.plan.yaml", text: text), anchor: other) { _ in
            Array(Example.templates.utf8)
        }
    }

    @Test("a finish is counted back: the last week holds it, and weeks out take its weekday")
    func finish() throws {
        let plan = try #require(plan("finish: 2027-01-30").plan)
        #expect("\(plan.start.value)" == "2027-01-04")
        #expect("\(plan.lastDay)" == "2027-01-30")
        #expect("\(plan.races[0].date.value)" == "2027-01-30")
        #expect(plan.events.map { "\($0.date.value)" } == ["2027-01-23", "2027-01-18", "2027-01-06"])
    }

    @Test("another anchor moves counted dates along and leaves out dates that it leaves behind, with a warning")
    func moved() throws {
        let reading = plan("start: 2027-01-04", as: .finish(CivilDate("2027-03-07") ?? CivilDate(daysSinceEpoch: 0)))
        let plan = try #require(reading.plan)
        #expect("\(plan.start.value)" == "2027-02-08")
        #expect("\(plan.races[0].date.value)" == "2027-03-07")
        #expect(plan.events.map(\.id.value) == ["a", "b"])
        #expect(reading.diagnostics.map(\.severity) == [.warning])
        #expect(reading.diagnostics.map(\.id) == ["date-outside-plan"])
    }

    @Test("a time that looks like metres is a warning where a template or a session sets a parameter")
    func metresAsMinutes() {
        let text = """
            format: 1
            id: p
            name: P
            sport: Ride
            start: 2027-01-04
            templates:
              - one: {name: A, role: easy, params: {time: {default: 400m, max: 500m}}, text: "- ${time} 60%"}
              - two: {name: B, role: easy, params: {time: {default: 1h}}, text: "- ${time} 60%"}
            phases:
              - {id: a, kind: base, weeks: 1, week: [{id: x, template: one}, {id: y, template: two, params: {time: 600m}}]}
            """
        let found = Plan.read(SourceFile(path: "p.yaml", text: text)) { _ in nil }.diagnostics
        #expect(found.map(\.id) == ["metres-as-minutes", "metres-as-minutes"])
        #expect(found.map(\.severity) == [.warning, .warning])
        #expect(found.map { $0.range?.start.line } == [7, 10])
        #expect(found.last?.message.contains("write 10h") ?? false)
    }
}

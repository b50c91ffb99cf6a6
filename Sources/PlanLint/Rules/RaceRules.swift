import CivilDates
import Diagnostics
import LoadSimulation
import Periodization
import PlanSpec
import Workouts

extension LintRule {
    /// Rules 32 to 34 and 36: races and what lies around them.
    static let raceRules: [LintRule] = [
        LintRule(
            .aRaces, unit: "races", .above(3), .convention,
            source: "Friel: at most three a season; planners want less than 8 or more than 12 weeks between two",
            explanation: """
                A races within a year, and weeks between two of them: fewer than six leave no room for recovery, build \
                and taper.
                """,
            fix: "Make one of them a B race.",
            examples: RuleExamples(
                bad: """
                    races:
                      - {id: one, date: 2027-01-24, name: One, priority: A, duration: 2h, load: 120}
                      - {id: two, date: 2027-02-14, name: Two, priority: A, duration: 2h, load: 120}
                    lint: {taper-missing: off, race-morning-form: off, race-specific-work: off}
                    phases:
                      - {id: base, kind: base, weeks: 6, rhythm: 2:1, load: [430, 450, 300, 430, 450, 300], week: *free}
                    """,
                value: 3,
                good: """
                    races: [{id: one, date: 2027-01-24, name: One, priority: A, duration: 2h, load: 120}]
                    lint: {taper-missing: off, race-morning-form: off, race-specific-work: off}
                    phases:
                      - {id: base, kind: base, weeks: 6, rhythm: 2:1, load: [430, 450, 300, 430, 450, 300], week: *free}
                    """)
        ) { season, _ in season.aRaceCounts + season.aRaceGaps },
        LintRule(
            .qualityAfterRace, unit: "days", .above(nil), .convention,
            source: "Pfitzinger: 3 days after 5 km, 5 after 10 km, 7 after a half marathon, 14 after a marathon",
            explanation: """
                Days between an A race and the next quality or test session. The engine keeps them unless the race's \
                `recovery` says fewer or the session is pinned. By duration: runs under 30m 3, under 1h 5, under 2h30 7, \
                else 14; other sports under 2h30 3, else 7.
                """,
            fix: "Leave `recovery` out, or move the session.", reportedAs: ["event-near-race"],
            examples: RuleExamples(
                bad: """
                    races: [{id: race, date: 2027-01-10, name: Race, priority: A, duration: 4h, load: 200, recovery: 1d}]
                    lint: {taper-missing: off, race-morning-form: off, race-specific-work: off}
                    phases:
                      - {id: base, kind: base, weeks: 2, load: [420, 400], week: *free}
                    """,
                value: 2,
                good: """
                    races: [{id: race, date: 2027-01-10, name: Race, priority: A, duration: 4h, load: 200}]
                    lint: {taper-missing: off, race-morning-form: off, race-specific-work: off}
                    phases:
                      - {id: base, kind: base, weeks: 2, load: [420, 250], week: *free, weeks_override: {2: {week: [{id: easy, template: ride, count: 4}]}}}
                    """)
        ) { season, _ in season.earlyQuality },
        LintRule(
            .bRace, unit: "%", .above(nil), .convention,
            source: "Friel: two to five easier days before a B race, no full taper",
            explanation: """
                The load of the two days before a B race must be below the usual (the mean of the four weeks before \
                them), and that of the two weeks before it no more than 41 % below the loading week before those: that \
                would be a taper. Tapers of an A race are left out.
                """,
            fix: "Ease the two days before it, and keep training until then.",
            examples: RuleExamples(
                bad: """
                    races: [{id: race, date: 2027-01-17, name: Race, priority: B, duration: 2h, load: 110}]
                    phases:
                      - {id: base, kind: base, weeks: 2, load: [420, 460], week: [{id: vo2, template: vo2, day: tue}, {id: fri, template: ride, day: fri, duration: 2h}, {id: sat, template: ride, day: sat, duration: 2h}, {id: easy, template: ride}]}
                    """,
                value: 153.5,
                good: """
                    races: [{id: race, date: 2027-01-17, name: Race, priority: B, duration: 2h, load: 110}]
                    phases:
                      - {id: base, kind: base, weeks: 2, load: [420, 400], week: *free}
                    """)
        ) { season, _ in season.bRacePreparation },
        LintRule(
            .raceSpecificWork, unit: "sessions", .above(nil), .convention,
            source: "the last eight weeks belong to the demands of the race",
            explanation: """
                In the eight weeks before an A race, as far as the plan has them and if it has four: a long session, and \
                a session with ten minutes at the race's intensity or above. That intensity follows from the race's load \
                and duration; where either is missing only the long session is asked for, and for races under an hour \
                only race pace. A race of the sport Other asks for a long session of any sport.
                """,
            fix: "Add the session that is missing.",
            examples: RuleExamples(
                bad: """
                    races: [{id: race, date: 2027-02-07, name: Race, priority: A, duration: 4h, load: 240}]
                    lint: {monotony: off}
                    phases:
                      - {id: build, kind: build, weeks: 4, rhythm: none, load: [430, 440, 450, 460],
                          week: [{id: vo2, template: vo2, day: tue}, {id: easy, template: ride, count: 3, day: [wed, fri, sun]}]}
                      - {id: taper, kind: taper, weeks: 1, load: [455], week: *taper}
                    """,
                value: 0,
                good: """
                    races: [{id: race, date: 2027-02-07, name: Race, priority: A, duration: 4h, load: 240}]
                    phases:
                      - {id: build, kind: build, weeks: 4, rhythm: none, load: [430, 440, 450, 460], week: *ride}
                      - {id: taper, kind: taper, weeks: 1, load: [455], week: *taper}
                    """)
        ) { season, _ in season.missingSpecificWork },
    ]
}

extension Season {
    fileprivate var aRaceCounts: [Measure] {
        let races = races(.raceA)
        return races.map { race in
            let count = races.count { $0.date <= race.date && race.date - $0.date < 365 }
            return Measure(
                Double(count), "\(race.name) on \(race.date) is A race number \(count) within a year",
                at: race.source, label: race.name
            ) { _ in "make it a B race" }
        }
    }

    fileprivate var aRaceGaps: [Measure] {
        let races = races(.raceA)
        return zip(races, races.dropFirst()).map { one, next in
            let weeks = Double(next.date - one.date) / 7
            return Measure(
                weeks,
                "\(next.name) on \(next.date) is \(figure(weeks, decimals: weeks == weeks.rounded() ? 0 : 1)) weeks"
                    + " after \(one.name), both A races",
                at: next.source, label: next.name, threshold: .below(6)
            ) { "make one of them a B race, or leave \(figure($0)) weeks" }
        }
    }

    fileprivate var earlyQuality: [Measure] {
        races(.raceA).compactMap { entry in
            guard var race = race(of: entry),
                let next = sessions.first(where: { $0.date > entry.date && $0.role?.countsAsHard ?? false })
            else { return nil }
            race.recovery = nil
            let duration = entry.planned.duration > 0 ? entry.planned.duration : nil
            let (days, table) = (next.date - entry.date - 1, race.recoveryDays(duration: duration))
            return Measure(
                Double(days), "\(next.name) on \(next.date) comes \(days) days after \(entry.name)",
                at: race.recovery == nil ? race.ranges["recovery"] ?? next.source : next.source, label: next.name,
                threshold: .below(Double(table))
            ) { "leave \(figure($0)) days without quality" }
        }
    }

    fileprivate var bRacePreparation: [Measure] {
        races(.raceB).flatMap { race -> [Measure] in
            var result: [Measure] = []
            if let usual = meanLoad(ofDays: 28, through: race.date - 3), usual > 0,
                let last = meanLoad(ofDays: 2, through: race.date - 1), race.date - start >= 7
            {
                let percent = last / usual * 100
                result.append(
                    Measure(
                        percent,
                        "the two days before \(race.name), \(race.date), have \(figure(percent)) % of the usual load",
                        at: race.source, label: race.name, threshold: .from(100)
                    ) { _ in "ease them to \(figure(usual)) together" })
            }
            let before = weeks.last {
                $0.end < race.date - 14 && !$0.isRecovery && !$0.hasBigRace && !$0.isTouchedByLife
            }
            if let before, before.load > 0, week(of: race.date)?.phase.kind != .taper,
                let last = meanLoad(ofDays: 14, through: race.date - 1)
            {
                let cut = (1 - last * 7 / before.load) * 100
                result.append(
                    Measure(
                        cut,
                        "the two weeks before \(race.name), a B race, have \(figure(cut)) % less load than \(before.label)",
                        at: race.source, label: race.name, threshold: .above(41)
                    ) { _ in "train until two days before it" })
            }
            return result
        }
    }

    fileprivate var missingSpecificWork: [Measure] {
        races(.raceA).flatMap { race -> [Measure] in
            guard race.date - start >= 28 else { return [] }
            // A race of the sport Other, such as a duathlon, is prepared for in any sport, and its pace is nobody's.
            let isOther = race.sport?.name == "Other"
            let window = sessions.filter {
                race.date - 56 <= $0.date && $0.date < race.date
                    && (isOther || $0.sport?.family == race.sport?.family)
            }
            var missing: [String] = []
            if race.planned.duration >= 3600 || race.planned.duration == 0,
                !window.contains(where: { $0.role == .long })
            {
                missing.append("long session")
            }
            if !isOther, let zone = zone(of: race), !window.contains(where: { $0.isAtPace(ofZone: zone) }) {
                missing.append("ten minutes at race pace")
            }
            return missing.map { what in
                Measure(
                    0,
                    "the eight weeks before \(race.name), \(race.date), have no \(what)\(isOther ? "" : " in its sport")",
                    at: race.source,
                    label: race.name, severity: .warning, limit: 1
                ) { _ in "add one" }
            }
        }
    }

    /// The zone of a race's mean intensity; nil where its load or duration is unknown.
    private func zone(of race: PlannedEntry) -> Int? {
        guard let load = race.planned.load, load > 0, race.planned.duration > 0, let sport = race.sport else {
            return nil
        }
        let hours = Double(race.planned.duration) / 3600
        let percent = (Double(load) / hours * 100).squareRoot()
        let thresholds = plan.athlete.thresholds(for: sport) ?? Thresholds()
        let bounds = sport.family == .run || sport.family == .swim ? thresholds.paceZones : thresholds.powerZones
        return bounds.firstIndex { percent <= $0 }.map { $0 + 1 }
    }
}

extension PlannedEntry {
    /// Whether ten minutes of it are in a zone or above, or nobody can tell.
    fileprivate func isAtPace(ofZone zone: Int) -> Bool {
        guard let seconds = seconds(inZones: zone...) else { return isQuality }
        return seconds >= 600
    }
}

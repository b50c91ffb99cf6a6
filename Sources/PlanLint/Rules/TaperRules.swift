import CivilDates
import Diagnostics
import LoadSimulation
import Periodization
import PlanSpec
import Workouts

/// A plan with a taper of six days, for the rules on it.
private let goodTaper = """
    races: [{id: race, date: 2027-02-07, name: Race, priority: A, duration: 4h, load: 240}]
    phases:
      - {id: build, kind: build, weeks: 4, rhythm: none, load: [430, 440, 450, 460], week: *ride}
      - {id: taper, kind: taper, weeks: 1, load: [455], week: *taper}
    """

extension LintRule {
    /// Rules 22 to 26: the taper.
    static let taperRules: [LintRule] = [
        LintRule(
            .taperMissing, unit: "days", .below(4, error: 4), .trials,
            source: "Bosquet 2007 and Wang 2023: two weeks of less volume improve performance",
            explanation: """
                Days from a taper phase's first day to the eve of its A race. An A race outside a taper phase is a \
                warning; a taper phase that leaves fewer than four days is an error, since it says what it doesn't do.
                """,
            fix: "Let a phase of kind `taper` of one or two weeks hold the race.",
            examples: RuleExamples(
                bad: """
                    races: [{id: race, date: 2027-02-07, name: Race, priority: A, duration: 4h, load: 240}]
                    phases:
                      - {id: build, kind: build, weeks: 4, rhythm: none, load: [430, 440, 450, 460], week: *ride}
                      - {id: last, kind: recovery, weeks: 1, load: [455], week: *taper}
                    """,
                value: 0, good: goodTaper)
        ) { season, _ in
            season.races(.raceA).map { race in
                let taper = season.tapers.first { $0.race.key == race.key }
                let days = taper?.days ?? 0
                let text =
                    taper == nil
                    ? "\(race.name) on \(race.date) is an A race outside a taper phase"
                    : "\(race.name) on \(race.date) comes after \(days) taper days"
                return Measure(
                    Double(days), text, at: race.source, label: race.name, threshold: taper == nil ? .below(4) : nil
                ) { _ in "let a phase of kind taper, one or two weeks long, hold it" }
            }
        },
        LintRule(
            .taperLength, unit: "days", .above(21), .trials,
            source: "Wang 2023: tapers of up to 21 days help",
            explanation: "Days from a taper phase's first day to the eve of its A race.",
            fix: "Make the taper phase two or three weeks long.",
            examples: RuleExamples(
                bad: """
                    races: [{id: race, date: 2027-02-28, name: Race, priority: A, duration: 4h, load: 240}]
                    lint: {taper-fitness-loss: off, race-morning-form: off, taper-frequency: off}
                    phases:
                      - {id: build, kind: build, weeks: 4, rhythm: none, load: [430, 440, 450, 460], week: *ride}
                      - {id: taper, kind: taper, weeks: 4, load: [250, 220, 200, 415], week: *taper}
                    """,
                value: 27, good: goodTaper)
        ) { season, _ in
            season.tapers.map { taper in
                Measure(
                    Double(taper.days), "the taper to \(taper.race.name) lasts \(taper.days) days",
                    at: taper.race.source, label: taper.race.name
                ) { _ in "give its first weeks to the phase before" }
            }
        },
        LintRule(
            .taperCut, unit: "%", .outside(41...60, error: 20...80), .trials,
            source: "Bosquet 2007: a cut of 41-60 % of volume",
            explanation: """
                Mean daily time of the taper's days, strength left out, against the last loading week before the taper: \
                volume in hours, not load.
                """,
            fix: "Change the taper's load, or its `cut`.",
            examples: RuleExamples(
                bad: """
                    races: [{id: race, date: 2027-02-07, name: Race, priority: A, duration: 4h, load: 240}]
                    phases:
                      - {id: build, kind: build, weeks: 4, rhythm: none, load: [430, 440, 450, 460], week: *ride}
                      - {id: taper, kind: taper, weeks: 1, load: [510], week: *taper}
                    """,
                value: 34.5, good: goodTaper)
        ) { season, _ in season.taperCuts },
        LintRule(
            .taperIntensity, unit: "min", .below(1), .trials,
            source: "Bosquet 2007: intensity kept, effect 0.33±0.14",
            explanation: """
                Minutes in zones Z4 and above in the ten days before an A race. Silent where a quality session of these \
                days has no known zones.
                """,
            fix: "Keep a short session at or above threshold four to six days before the race.",
            examples: RuleExamples(
                bad: """
                    races: [{id: race, date: 2027-02-07, name: Race, priority: A, duration: 4h, load: 240}]
                    phases:
                      - {id: build, kind: build, weeks: 4, rhythm: none, load: [430, 440, 450, 460], week: *ride}
                      - {id: taper, kind: taper, weeks: 1, load: [455], week: [{id: easy, template: ride, count: 3, day: [tue, wed, fri]}]}
                    """,
                value: 0, good: goodTaper)
        ) { season, _ in season.taperIntensities },
        LintRule(
            .taperFrequency, unit: "%", .above(20), .trials,
            source: "Bosquet 2007: frequency kept; Mujika & Padilla 2003: at most 20 % fewer sessions",
            explanation: """
                Sessions a day in the taper against the last loading week before it, strength left out.
                """,
            fix: "Shorten sessions instead of leaving them out.",
            examples: RuleExamples(
                bad: """
                    races: [{id: race, date: 2027-02-07, name: Race, priority: A, duration: 4h, load: 240}]
                    phases:
                      - {id: build, kind: build, weeks: 4, rhythm: none, load: [430, 440, 450, 460], week: *ride}
                      - {id: taper, kind: taper, weeks: 1, load: [455], week: [{id: vo2, template: vo2, day: tue}, {id: easy, template: ride, day: wed}]}
                    """,
                value: 42, good: goodTaper)
        ) { season, _ in
            season.tapers.compactMap { taper in
                let usual = (taper.loadingWeek?.sessions ?? []).filter { $0.role != .strength }.count
                guard usual > 0, taper.days > 0 else { return nil }
                let count = season.sessions(of: taper).count
                let cut = (1 - Double(count * 7) / Double(taper.days * usual)) * 100
                return Measure(
                    cut,
                    "the taper to \(taper.race.name) has \(figure(cut)) % fewer sessions: \(count) in \(taper.days) days,"
                        + " \(usual) a week before",
                    at: taper.race.source, label: taper.race.name
                ) { _ in "shorten sessions instead of leaving them out" }
            }
        },
    ]
}

extension Season {
    /// Training seconds a day in the last loading week before a taper.
    private func usualSeconds(before taper: Taper) -> Double {
        Double((taper.loadingWeek?.sessions ?? []).filter { $0.role != .strength }.seconds) / 7
    }

    /// By how much a taper cuts training time, in percent; nil where nothing came before it.
    func timeCut(of taper: Taper) -> Double? {
        let usual = usualSeconds(before: taper)
        guard usual > 0, taper.days > 0 else { return nil }
        return (1 - Double(sessions(of: taper).seconds) / Double(taper.days) / usual) * 100
    }

    fileprivate var taperCuts: [Measure] {
        tapers.compactMap { taper in
            guard let cut = timeCut(of: taper) else { return nil }
            let usual = usualSeconds(before: taper)
            return Measure(
                cut,
                "the taper to \(taper.race.name) cuts training time by \(figure(cut)) %, from"
                    + " \(durationFigure(Int(usual * 7))) a week",
                at: taper.race.source, label: taper.race.name
            ) { limit in
                let total = Int(usual * (1 - limit / 100)) * taper.days / 60 * 60
                return "make it \(durationFigure(total)) in its \(taper.days) days"
            }
        }
    }

    fileprivate var taperIntensities: [Measure] {
        races(.raceA).compactMap { race in
            guard race.date - start >= 10 else { return nil }
            let last = sessions.filter { race.date - 10 <= $0.date && $0.date < race.date && $0.role != .strength }
            let known = last.compactMap { $0.seconds(inZones: 4...) }
            let isUnknown = last.contains { $0.isQuality && $0.planned.zoneTimes.isEmpty }
            guard !known.isEmpty, !isUnknown else { return nil }
            let minutes = Double(known.reduce(0, +)) / 60
            return Measure(
                minutes, "the ten days before \(race.name) have \(figure(minutes)) minutes in zone 4 or above",
                at: race.source, label: race.name
            ) { _ in "keep a short sharp session four to six days before it" }
        }
    }
}

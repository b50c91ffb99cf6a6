import Diagnostics
import LoadSimulation
import Periodization
import PlanSpec

extension PlannedWeek {
    /// The target as people read it: `520`, `9h30`, `62.5 km`.
    var shownTarget: String? {
        guard let target else { return nil }
        switch measure {
        case .load: return figure(target)
        case .hours: return durationFigure(Int((target / 60 + 1e-9).rounded()) * 60)
        case .distance: return figure(target / 1000, decimals: 1) + " km"
        }
    }

    /// The target with its measure: whole points of load, seconds or metres.
    var targetJSON: JSONValue {
        guard let target else { return .null }
        let number = JSONValue(target + 1e-9, decimals: 0)
        switch measure {
        case .load: return ["load": number]
        case .hours: return ["duration": number]
        case .distance: return ["distance": number]
        }
    }
}

extension TaperOutcome {
    /// What became of the taper, and which rule gave way where literature and coaches disagree.
    var text: String {
        let percent = figure(cut * 100)
        var line =
            cut < 0
            ? "Taper \(phase): \(days) days with \(figure(-cut * 100)) % more load than before"
            : "Taper \(phase): load cut by \(percent) % over \(days) days"
        line +=
            ", CTL down \(figure(loss * 100)) %, form \(morning.form < 0 ? "" : "+")\(figure(morning.form, decimals: 1))"
            + " on race morning"
        let isUsualCut = (0.405..<0.605).contains(cut)
        let isUsualLoss = loss < 0.105
        switch (isUsualCut, isUsualLoss) {
        case (true, true): break
        case (true, false): line += "; the cut is the literature's 41-60 %, so CTL falls by more than coaches' 10 %"
        case (false, true): line += "; CTL stays within coaches' 10 %, so the cut isn't the literature's 41-60 %"
        case (false, false): line += "; outside the literature's 41-60 % and coaches' 10 %: form decides here"
        }
        return line
    }

    /// The taper's figures.
    var json: JSONValue {
        [
            "phase": .string(phase), "race": .string("race.\(race)"), "days": .integer(days),
            "cut": JSONValue(cut, decimals: 4), "ctl_loss": JSONValue(loss, decimals: 4),
            "morning_ctl": JSONValue(morning.ctl, decimals: 4), "morning_form": JSONValue(morning.form, decimals: 4),
        ]
    }
}

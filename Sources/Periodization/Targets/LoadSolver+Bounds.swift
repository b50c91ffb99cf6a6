import LoadSimulation

extension LoadSolver.Week {
    /// Its load: the wish, cut by what limits it; what is committed is there whatever the limits say.
    func load(
        _ factor: Double, _ limits: LoadSolver.Limits, _ state: Fitness, _ memory: LoadSolver.Start, mean: Double
    ) -> Double {
        let wish = wanted(factor, state, mean: mean)
        if case .stated = self.wish { return wish }
        var bound = min(room, min(most(limits.load), most(hours: limits.hours)))
        if limits.ramp < .infinity { bound = min(bound, most(ramp: limits.ramp, state)) }
        if limits.growth < .infinity { bound = min(bound, most(growth: limits.growth, memory)) }
        if limits.form > -.infinity { bound = min(bound, most(form: limits.form, state)) }
        return max(min(wish, bound), floor)
    }

    /// What is there in any case.
    private var floor: Double { max(committed, shape.offset, 0) }

    /// What the week was to have, where fixed and pinned sessions bring more.
    func raised(_ factor: Double, _ state: Fitness, mean: Double) -> Double? {
        if case .stated = wish { return nil }
        let wish = wanted(factor, state, mean: mean)
        return committed > max(wish, shape.offset) + 1e-6 ? max(0, wish) : nil
    }

    /// What holds a load below what the week was to have.
    func binding(
        at load: Double, _ factor: Double, _ limits: LoadSolver.Limits, _ state: Fitness,
        _ memory: LoadSolver.Start, mean: Double
    ) -> Binding {
        if case .stated = wish { return [] }
        let near = load + 1e-9 * max(1, load)
        if wanted(factor, state, mean: mean) <= near {
            if case .recovery = wish, raised(factor, state, mean: mean) == nil { return .rhythm }
            return []
        }
        var binding: Binding = []
        if most(ramp: limits.ramp, state) <= near { binding.insert(.ramp) }
        if most(limits.load) <= near { binding.insert(.load) }
        if most(hours: limits.hours) <= near { binding.insert(.hours) }
        if most(growth: limits.growth, memory) <= near { binding.insert(.growth) }
        if most(form: limits.form, state) <= near { binding.insert(.form) }
        if room <= near { binding.insert(.availability) }
        return binding
    }

    /// What it is to have before limits cut it.
    private func wanted(_ factor: Double, _ state: Fitness, mean: Double) -> Double {
        switch wish {
        case .scaled(let weight): weight * factor
        case .recovery(let depth): depth * mean
        case .stated(let load): load
        case .rise(let points): shape.load(endingAt: state.ctl + points, state)
        case .end(let ctl): shape.load(endingAt: ctl, state)
        }
    }

    private func most(_ load: Double) -> Double { load * part + bigRaces }

    private func most(hours: Double) -> Double {
        hours < .infinity && loadPerHour < .infinity ? hours * loadPerHour + bigRaces : .infinity
    }

    private func most(ramp: Double, _ state: Fitness) -> Double {
        ramp < .infinity ? shape.load(endingAt: state.ctl + ramp * part, state) : .infinity
    }

    private func most(growth: Double, _ memory: LoadSolver.Start) -> Double {
        guard growth < .infinity, isLoading else { return .infinity }
        let before = memory.largest ?? memory.accustomed
        return before > 0 ? (1 + growth) * before * part : .infinity
    }

    private func most(form: Double, _ state: Fitness) -> Double {
        guard form > -.infinity else { return .infinity }
        return shape.forms.spread(keeping: form, state) + shape.offset
    }
}

extension WeekShape {
    /// The load that ends the week at a CTL.
    func load(endingAt ctl: Double, _ state: Fitness) -> Double {
        (ctl - last.keepsCTL * state.ctl - last.constantCTL) / last.gainCTL + offset
    }

    /// CTL and ATL on the last evening.
    func lastEvening(_ state: Fitness, _ spread: Double) -> Fitness {
        Fitness(ctl: last.ctl(state, spread), atl: last.atl(state, spread))
    }

    /// The highest CTL of its evenings.
    func peak(_ state: Fitness, _ spread: Double) -> Double {
        var peak = -Double.infinity
        for day in 0..<7 { peak = max(peak, evenings[day].ctl(state, spread)) }
        return peak
    }
}

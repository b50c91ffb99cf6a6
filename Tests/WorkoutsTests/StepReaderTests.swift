import Testing

@testable import Workouts

@Suite("Reading steps")
struct StepReaderTests {
    @Test(
        "a line gives the step that the service was recorded to make of it",
        arguments: [
            ("- 12m 55-75% LTHR", "720s, hr 55..75 %lthr"),
            ("- 10m 75% LTHR", "600s, hr 75 %lthr"),
            ("- 10m ramp 50-62% LTHR", "600s, ramp, hr 50..62 %lthr"),
            ("- 9m Z3 HR", "540s, hr 3 hr_zone"),
            ("- 9m Z2-Z4 HR", "540s, hr 2..4 hr_zone"),
            ("- 12m 44% 80-95rpm", "720s, power 44 %ftp, cadence 80..95 rpm"),
            ("- 12m 44%  ", "720s, power 44 %ftp"),
            ("- 8m Z2-Z4 Pace", "480s, pace 2..4 pace_zone"),
            ("- 0.4km 90% Pace", "400m, pace 90 %pace"),
            ("- 5m 80% Pace", "300s, pace 80 %pace"),
            ("- Jump 0m12s 200-250% power=3s", "'Jump', 12s, power 200..250 %ftp by 3s"),
            ("- Spin easy 8m Z1 power=10s press lap", "'Spin easy', 480s, power 1 power_zone by 10s, lap"),
            ("- Z5 2m 106-118%", "120s, power 106..118 %ftp"),
            ("-Z2 80m", "4800s, power 2 power_zone"),
            ("-Z3 75m 210w", "4500s, power 210 w"),
            ("- Primer 2 90s 280w-300w", "'Primer 2', 90s, power 280..300 w"),
            ("- Go — 450w+ 20s 450w", "'Go — 450w+', 20s, power 450 w"),
            ("- Core circuit 15m", "'Core circuit', 900s"),
            ("- Strength — press and pull 4×6-8 25m", "'Strength — press and pull 4×6-8', 1500s"),
            ("- 1m 6:30 Pace intensity=recovery", "60s, pace 390 secs, intensity recovery"),
            ("- Mile Pace 1mi 5:55/mi Pace", "'Mile Pace', 1609.34m, pace 355 secs/mi"),
            ("- Strides 30s RPE 8", "'Strides', 30s"),
            ("- Open 5m freeride", "'Open', 300s, freeride"),
            ("- Meter reps 400mtr 250-275w", "'Meter reps', 400m, power 250..275 w"),
            ("- 10m 5:00/km", "600s"),
            ("- 800m 5K Pace", "48000s"),
            ("- 400m", "24000s"),
            ("- Effort 3 2m 280w", "'Effort 3', 120s, power 280 w"),
            ("- Hold (0.5s) 5m 80%", "'Hold (0.5s)', 300s, power 80 %ftp"),
            ("- Hold >85% of best 5m", "'Hold >', 300s, power 85 %ftp"),
            ("- Ramp 2 90s 210w", "'Ramp 2', 90s, power 210 w"),
            ("- under 60% feel, hold 170w 5m", "'under', 300s, power 170 w"),
            ("- 5m 65-45 %", "300s, power 65..45 %ftp"),
            ("- 5m ramp 65-45%", "300s, ramp, power 65..45 %ftp"),
        ])
    func recorded(text: String, expected: String) {
        #expect(steps(text).map(sketch) == [expected])
    }

    @Test(
        "a line gives the step that the grammar says",
        arguments: [
            ("- 1h 50%", "3600s, power 50 %ftp"),
            ("- 1h2m30s 50%", "3750s, power 50 %ftp"),
            ("- 1m30 50%", "90s, power 50 %ftp"),
            ("- 5' 50%", "300s, power 50 %ftp"),
            ("- 30\" 50%", "30s, power 50 %ftp"),
            ("- 5'30\" 50%", "330s, power 50 %ftp"),
            ("- 90M 50%", "5400s, power 50 %ftp"),
            ("- 50% 10m", "600s, power 50 %ftp"),
            ("- 1 km 50%", "1000m, power 50 %ftp"),
            ("- 4.35km 50%", "4350m, power 50 %ftp"),
            ("- 3miles 50%", "4828.02m, power 50 %ftp"), ("- 3 mile 50%", "4828.02m, power 50 %ftp"),
            ("- 3mi 50%", "4828.02m, power 50 %ftp"), ("- 100 yards 50%", "91.44m, power 50 %ftp"),
            ("- 100yds 50%", "91.44m, power 50 %ftp"), ("- 400 MTR 50%", "400m, power 50 %ftp"),
            ("- 100yrd 50%", "91.44m, power 50 %ftp"),
            ("- 100y 50%", "91.44m, power 50 %ftp"),
            ("- 200meters 50%", "200m, power 50 %ftp"),
            ("- 5m 150w-200w", "300s, power 150..200 w"),
            ("- 5m 150-200W", "300s, power 150..200 w"),
            ("- 5m 60%–75%", "300s, power 60..75 %ftp"),
            ("- 5m 60—75%", "300s, power 60..75 %ftp"),
            ("- 5m 62.5%ftp", "300s, power 62.5 %ftp"),
            ("- 5m 95% FTP", "300s, power 95 %ftp"),
            ("- 5m 70% MMP", "300s, power 70 %mmp"),
            ("- 8m 60% MMP 5m", "480s, power 60 %mmp of 300s"),
            ("- 70% MMP 8m", "480s, power 70 %mmp"),
            ("- 5m 60% 70% MMP 8m 85rpm", "300s, power 70 %mmp of 480s, cadence 85 rpm"),
            ("- 5m CZ1-CZ3", "300s, power 1..3 custom_zone"),
            ("- 5m z2 hr", "300s, hr 2 hr_zone"),
            ("- 5m 80-85% HR", "300s, hr 80..85 %hr"),
            ("- 5m 5:00-4:45/km pace", "300s, pace 300..285 secs/km"),
            ("- 5m 5:00/km-4:45/km Pace", "300s, pace 300..285 secs/km"),
            ("- 100mtr 1:40/100m Pace", "100m, pace 100 secs/100m"),
            ("- 100mtr 1:40/100y Pace", "100m, pace 100 secs/100y"),
            ("- 400mtr 1:20-1:24/400m Pace", "400m, pace 80..84 secs/400m"),
            ("- 500mtr 0:59/250m Pace", "500m, pace 59 secs/250m"),
            ("- 1mi 7:00–6:45/mi Pace", "1609.34m, pace 420..405 secs/mi"),
            ("- 500mtr 1:50/500m Pace", "500m, pace 110 secs/500m"),
            ("- 100mtr 1:40/100mtr Pace", "100m"),
            ("- 10m 80% 75% LTHR 90% Pace 85rpm", "600s, power 80 %ftp, hr 75 %lthr, pace 90 %pace, cadence 85 rpm"),
            ("- 10m 80% 85 rpm", "600s, power 80 %ftp, cadence 85 rpm"),
            ("- 10m 80% hr=lap 75% HR", "600s, power 80 %ftp, hr 75 %hr by lap"),
            ("- 5m free", "300s, freeride"),
            ("- 5m freeride 60-70%", "300s, freeride, power 60..70 %ftp"),
            ("- 10s maxeffort", "10s, maxeffort"),
            ("- 10m lap press 50%", "600s, power 50 %ftp, lap"),
            ("- 5m 50% hidepower", "300s, power 50 %ftp, hide"),
            ("- 5m 50% /hidepower", "300s, power 50 %ftp, show"),
            ("- 5m 50% intensity=REST", "300s, power 50 %ftp, intensity rest"),
            (
                "- First cue 33^second cue <!> 10m ramp 60-80%",
                "'First cue 33^second cue', 600s, ramp, power 60..80 %ftp"
            ),
            ("- 20s 0% Pace", "20s, pace 0 %pace"),
            ("- Easy 10m Z2", "'Easy', 600s, power 2 power_zone"),
            ("- Easy Z2 10m", "600s, power 2 power_zone"),
            ("- Easy Z2 HR 10m", "'Easy', 600s, hr 2 hr_zone"),
        ])
    func grammar(text: String, expected: String) {
        #expect(steps(text).map(sketch) == [expected])
    }

    @Test(
        "a step without length is dropped",
        arguments: [
            "- Roll out 0s", "- ALL OUT from the gun", "- 5min 50%", "- 5:00 50%", "-", "- 0km 50%", "--- 5m 50% ---",
        ])
    func dropped(text: String) {
        #expect(steps(text).isEmpty)
    }
}

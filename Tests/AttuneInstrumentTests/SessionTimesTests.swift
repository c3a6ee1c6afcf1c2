import AttuneInstrument
import Testing

@Suite struct SessionTimesTests {
  @Test(arguments: [
    ("2026-11-24T12:34Z", "2026-11-24T12:34Z", 0),
    ("2026-11-24T12:34+00:00", "2026-11-24T13:05+00:00", 31),
    ("2026-11-24T23:58+00:00", "2026-11-25T00:03+00:00", 5),
    // The clocks go back an hour in the United Kingdom, at 01:00 UTC.
    ("2026-10-25T01:50+01:00", "2026-10-25T01:10+00:00", 20),
    ("2026-11-24T12:34+05:30", "2026-11-24T07:10Z", 6),
  ])
  func areMinutesApart(begun: String, finished: String, minutes: Int) {
    #expect(SessionTimes(begun: begun, finished: finished).minutes == minutes)
  }

  @Test(arguments: [
    SessionTimes(begun: "2026-11-24T12:34Z", finished: "2026-11-24T12:33Z"),
    SessionTimes(begun: "2026-11-24T12:34Z"),
    SessionTimes(begun: "2026-11-24T12:34Z", finished: "2026-11-25T12:34Z", isOneSitting: false),
    SessionTimes(begun: "2026-11-24T12:34Z", finished: "soon"),
    SessionTimes(begun: "", finished: "2026-11-24T12:34Z"),
  ])
  func areNotKnownOtherwise(times: SessionTimes) {
    #expect(times.minutes == nil)
  }
}

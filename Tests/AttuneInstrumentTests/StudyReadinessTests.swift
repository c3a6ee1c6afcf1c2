import AttuneInstrument
import Testing

@Suite struct StudyReadinessTests {
  private func study() -> StudyDescription {
    var study = StudyDescription(name: "s", title: "S", instrument: "keep.instrument")
    study.team = "The team"
    study.contact = "01234 567890"
    study.complaints = "The trust's complaints office"
    study.purpose = "services to improve"
    study.keptWhere = "on this laptop"
    study.whoSees = "the team"
    study.withdrawUntil = "2027-01-31"
    study.keepUntil = "2031-12-31"
    study.helplinesCheckedOn = "2026-08-31"
    return study
  }

  @Test func aFilledInStudyNeedNotWait() {
    #expect(study().reasonsToWait(on: "2026-11-22").isEmpty)
  }

  @Test func aBlankDetailIsNamed() {
    var blank = study()
    blank.contact = nil
    blank.helplinesCheckedOn = nil
    let reasons = blank.reasonsToWait(on: "2026-11-22")
    #expect(reasons.count == 2)
    #expect(reasons[0].contains("'contact:'"))
    #expect(reasons[1].contains("'helplines checked on:'"))
  }

  @Test(arguments: [
    ("2026-08-31", "2027-02-28", true), ("2026-08-31", "2027-03-01", false),
    ("2026-01-15", "2026-07-15", true), ("2026-01-15", "2026-07-16", false),
    ("2026-11-23", "2026-11-22", false),
  ])
  func helplinesAreGoodForSixMonths(checked: String, today: String, ready: Bool) {
    var study = study()
    study.withdrawUntil = "2030-01-01"
    study.helplinesCheckedOn = checked
    #expect(study.reasonsToWait(on: today).isEmpty == ready)
  }

  @Test func datesThatHavePassedAreNamed() {
    #expect(study().reasonsToWait(on: "2027-02-01").count == 1)
  }
}

import AttuneDiagnostics

/// The team's own part of a study: `study leeds_2026: Keeping in touch in Leeds`.
///
/// Details may be blank until they are known.
struct StudyBlock: BlockSyntax {
  static let allowsBlankDetails = true

  var heading: Heading
  var range: SourceRange
  var accepted: [Written<Acceptance>] = []
  var instrument: Words?
  var team: Words?
  var contact: Words?
  var complaints: Words?
  var purpose: Words?
  var keptWhere: Words?
  var whoSees: Words?
  var localLine: Words?
  var withdrawUntil: Words?
  var keepUntil: Words?
  var helplinesCheckedOn: Words?
  var setAside: Written<Int>?
  var smallestGroup: Written<Int>?
  var turnedOn: [NameRun] = []
  var occasions: [NameRun] = []
  var terms: [TermSyntax] = []
  var publicKey: Words?

  init(heading: Heading) {
    self.heading = heading
    range = heading.range
  }

  static let vocabulary = Vocabulary<Self>(
    [
      .words("instrument", \.instrument),
      .words("team", \.team),
      .words("contact", \.contact),
      .words("complaints", \.complaints),
      .words("purpose", \.purpose),
      .words("kept where", \.keptWhere),
      .words("who sees", \.whoSees),
      .words("local line", \.localLine),
      .words("withdraw until", \.withdrawUntil),
      .words("keep until", \.keepUntil),
      .words("helplines checked on", \.helplinesCheckedOn),
      .once("set aside for", \.setAside) { $0.expectDays() },
      .once("smallest group shown", \.smallestGroup) { $0.expectCount() },
      .names("turn on", \.turnedOn),
      .names("occasions", \.occasions),
      .term(\.terms),
      .words("public key", \.publicKey),
      .accept,
    ])
}

extension Reader {
  /// `14 days`.
  fileprivate mutating func expectDays() -> Written<Int>? {
    guard let days = expectWholeNumber() else { return nil }
    guard days.value >= 1, maybe("days") || maybe("day"), isAtEnd else {
      report(.expected("a number of days, such as 14 days", at: text))
      return nil
    }
    return days
  }
}

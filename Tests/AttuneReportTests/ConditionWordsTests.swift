import AttuneInstrument
import AttuneSession
import Testing

@testable import AttuneReport

@Suite struct ConditionWordsTests {
  /// Every form of comparison on an item, as it is and under `not`.
  @Test(arguments: [
    ("a is answered", "answered question 1"),
    ("a is not answered", "did not answer question 1"),
    ("a is one", "answered “One” to question 1"),
    ("a is one of one, two", "answered “One” or “Two” to question 1"),
    ("a is not one", "gave another answer than “One” to question 1"),
    ("n is at least 4", "answered 4 or more to question 2"),
    ("n is at most 4", "answered 4 or less to question 2"),
    ("n is more than 0.5", "answered more than 0.5 to question 2"),
    ("n is less than 4", "answered less than 4 to question 2"),
    ("n is 7", "answered 7 to question 2"),
    ("m includes two", "chose “Two” in question 3"),
    ("not (a is answered)", "did not answer question 1"),
    ("not (a is not answered)", "answered question 1"),
    ("not (a is one of one, two)", "gave another answer than “One” or “Two” to question 1"),
    ("not (a is not one)", "answered “One” to question 1"),
    ("not (n is at least 4)", "answered less than 4 to question 2"),
    ("not (n is at most 4)", "answered more than 4 to question 2"),
    ("not (n is more than 4)", "answered 4 or less to question 2"),
    ("not (n is less than 4)", "answered 4 or more to question 2"),
    ("not (m includes two)", "answered question 3 without choosing “Two”"),
  ])
  func saysWhatIsComparedWithWhat(condition: String, words: String) throws {
    #expect(try shownTo(condition) == "Shown to people who \(words).")
  }

  @Test(arguments: [
    ("a is one and n is 7", "answered “One” to question 1 and answered 7 to question 2"),
    (
      "a is one or n is 7 or m is answered",
      "answered “One” to question 1, answered 7 to question 2 or answered question 3"
    ),
    (
      "a is one and (n is 7 or m is answered)",
      "answered “One” to question 1 and either answered 7 to question 2 or answered question 3"
    ),
    (
      "a is one or n is 7 and m is answered",
      "answered “One” to question 1 or both answered 7 to question 2 and answered question 3"
    ),
    (
      "not (a is one and n is 7)",
      "gave another answer than “One” to question 1 or gave another answer than 7 to question 2"
    ),
  ])
  func keepsPartsApart(condition: String, words: String) throws {
    #expect(try shownTo(condition) == "Shown to people who \(words).")
  }

  @Test(arguments: [
    ("role is worker", "answer as “I work here”"),
    ("role is not worker", "do not answer as “I work here”"),
    ("both_roles is yes", "said that both roles are true"),
    ("both_roles is not yes", "did not say that both roles are true"),
    ("both_roles is no", "did not say that both roles are true"),
    ("help_given is yes", "have somebody's help with answering"),
    ("not (help_given is yes)", "answer without help"),
  ])
  func saysWhatEveryInstrumentKnows(condition: String, words: String) throws {
    #expect(try shownTo(condition) == "Shown to people who \(words).")
  }

  @Test func formsAreSettled() throws {
    let short = try Pages.questionnaire(lastShownWhen: "form is short")
    #expect(PaperForm(SessionSetting(instrument: short), for: .reading).question("last") == nil)
    let setting = SessionSetting(instrument: short, form: "short")
    let question = try #require(PaperForm(setting, for: .reading).question("last"))
    #expect(question.shownTo == nil)
  }

  private func shownTo(_ condition: String) throws -> String? {
    let instrument = try Pages.questionnaire(lastShownWhen: condition)
    return PaperForm(SessionSetting(instrument: instrument), for: .reading)
      .question("last")?.shownTo
  }
}

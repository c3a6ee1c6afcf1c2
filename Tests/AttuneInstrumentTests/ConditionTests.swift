import AttuneInstrument
import Testing

@Suite struct ConditionTests {
  private let answers: [String: Answer] = [
    "contact": .value(.choice(2)),
    "meetings": .value(.number(3)),
    "topics": .value(.choices([1, 4])),
    "refused": .missing(.preferNotToSay),
  ]

  private func truth(_ subject: String, _ relation: Condition.Relation) -> Condition.Truth {
    Condition.comparison(subject: subject, relation).truth { subject in
      subject == "role" ? .word("worker") : answers[subject].map(Condition.Known.answer)
    }
  }

  @Test func comparesWithWhatWasAnswered() {
    #expect(truth("contact", .isOneOf([.number(1), .number(2)])) == .yes)
    #expect(truth("contact", .isNot(.number(2))) == .no)
    #expect(truth("meetings", .isAtLeast(3)) == .yes)
    #expect(truth("meetings", .isMoreThan(3)) == .no)
    #expect(truth("meetings", .isAtMost(3)) == .yes)
    #expect(truth("meetings", .isLessThan(3)) == .no)
    #expect(truth("topics", .includes(4)) == .yes)
    #expect(truth("topics", .includes(2)) == .no)
    #expect(truth("role", .isOneOf([.word("worker")])) == .yes)
  }

  @Test(arguments: ["refused", "neverAsked"])
  func aComparisonWithAMissingAnswerIsUnknown(subject: String) {
    #expect(truth(subject, .isAtLeast(1)) == .unknown)
    #expect(truth(subject, .isNot(.number(1))) == .unknown)
    #expect(truth(subject, .includes(1)) == .unknown)
    #expect(truth(subject, .isAnswered) == .no)
    #expect(truth(subject, .isNotAnswered) == .yes)
  }

  /// Kleene (1952), Introduction to Metamathematics, section 64: the strong three-valued tables.
  @Test func followsKleenesTables() {
    let yes = Condition.comparison(subject: "contact", .isAnswered)
    let no = Condition.comparison(subject: "refused", .isAnswered)
    let unknown = Condition.comparison(subject: "refused", .isAtLeast(1))
    func truth(_ condition: Condition) -> Condition.Truth {
      condition.truth { answers[$0].map(Condition.Known.answer) }
    }
    #expect(truth(.all([yes, unknown])) == .unknown)
    #expect(truth(.all([no, unknown])) == .no)
    #expect(truth(.all([yes, yes])) == .yes)
    #expect(truth(.any([yes, unknown])) == .yes)
    #expect(truth(.any([no, unknown])) == .unknown)
    #expect(truth(.any([no, no])) == .no)
    #expect(truth(.not(unknown)) == .unknown)
    #expect(truth(.not(yes)) == .no)
    #expect(truth(.not(no)) == .yes)
  }

  @Test func namesEachSubjectOnceInOrder() {
    let condition = Condition.any([
      .comparison(subject: "b", .isAnswered),
      .not(.all([.comparison(subject: "a", .isAnswered), .comparison(subject: "b", .isAnswered)])),
    ])
    #expect(condition.subjects == ["b", "a"])
  }
}

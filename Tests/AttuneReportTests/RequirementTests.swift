import AttuneInstrument
import Testing

@testable import AttuneReport

@Suite struct RequirementTests {
  private static let comparisons: [Condition] = [
    .isAnswered, .isNotAnswered, .isOneOf([.number(1)]), .isOneOf([.number(1), .number(2)]),
    .isNot(.number(2)), .isAtLeast(2), .isAtMost(2), .isMoreThan(2), .isLessThan(2), .includes(2),
  ].map { .comparison(subject: "a", $0) }

  private static let answers: [Answer?] = [
    nil, .missing(.skipped), .value(.choice(1)), .value(.choice(2)), .value(.choice(3)),
    .value(.choices([1, 2])), .value(.choices([3])),
  ]

  /// Every comparison, alone and under `not`, with every kind of answer: a requirement is settled
  /// as `always` exactly where the condition it came from is true.
  @Test(arguments: comparisons) func holdsWhereItsConditionDoes(_ condition: Condition) {
    for answer in Self.answers {
      func known(_ subject: String) -> Condition.Known {
        answer.map(Condition.Known.answer) ?? .answer(.missing(.notReached))
      }
      for condition in [condition, .not(condition), .not(.not(condition))] {
        let holds = condition.truth(known) == .yes
        #expect(
          Requirement(condition).remainder(known) == (holds ? .always : .never), "\(condition)")
      }
    }
  }

  @Test func takesNotInside() {
    let north = Condition.comparison(subject: "team", .isOneOf([.number(1)]))
    let many = Condition.comparison(subject: "times", .isAtLeast(4))
    #expect(
      Requirement(.not(.all([north, many])))
        == .any([
          .comparison(subject: "team", .isNoneOf([.number(1)])),
          .comparison(subject: "times", .isLessThan(4)),
        ]))
    #expect(
      Requirement(.not(.any([.not(north), many])))
        == .all([
          .comparison(subject: "team", .isOneOf([.number(1)])),
          .comparison(subject: "times", .isLessThan(4)),
        ]))
  }

  @Test func takesOutWhatIsSettled() {
    let isWorker = Condition.comparison(subject: "role", .isOneOf([.word("worker")]))
    let isOpen = Condition.comparison(subject: "a", .isAnswered)
    func remainder(_ condition: Condition, role: String) -> Requirement.Remainder {
      Requirement(condition).remainder { $0 == "role" ? .word(role) : nil }
    }
    let open = Requirement.comparison(subject: "a", .isAnswered)
    #expect(remainder(.all([isWorker, isOpen]), role: "worker") == .depends(open))
    #expect(remainder(.all([isWorker, isOpen]), role: "person") == .never)
    #expect(remainder(.any([isWorker, isOpen]), role: "worker") == .always)
    #expect(remainder(.any([isWorker, isOpen]), role: "person") == .depends(open))
    #expect(remainder(.any([isWorker]), role: "person") == .never)
  }
}

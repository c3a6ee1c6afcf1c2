import Testing

@testable import AttuneInstrument

@Suite struct RewordingTests {
  @Test(arguments: [
    ("I feel heard.", "I feel heard.", Rewording.same),
    ("I feel heard.", "I feel heard", .spelling),
    ("I feel heard", "I FEEL \u{201C}heard\u{201D}", .spelling),
    ("I don\u{2019}t know", "I don't know", .spelling),
    ("Agree strongley", "Agree strongly", .spelling),
    ("About 12000 days", "About 13000 days", .changed),
    ("Never", "Ever", .unrelated),
    ("Unsure", "Sure", .unrelated),
    ("Neither", "Neither agree nor disagree", .extended),
    ("I feel heard here", "I feel heard", .extended),
    ("I feel heard here", "I do not feel heard here", .changed),
    ("I can sleep", "I can sleep without help", .changed),
    ("My worker listens to me.", "My worker knows me.", .changed),
    ("My worker listens to me.", "I feel rushed here", .unrelated),
    ("Staff had time for me.", "I was given enough time.", .changed),
    ("They had what I was told", "I was what they had", .unrelated),
    ("We meet for an hour", "The kettle is for me", .unrelated),
    ("Agree", "Disagree", .unrelated),
    ("", "Agree", .unrelated),
  ])
  func tellsHowFarWordsAreApart(old: String, new: String, expected: Rewording) {
    #expect(Rewording(from: old, to: new) == expected)
    #expect(Rewording(from: new, to: old) == expected)
  }
}

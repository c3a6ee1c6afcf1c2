import AttuneTestSupport
import Testing

@Suite struct ReadingGradeTests {
  // textstat 0.7.4: lexicon_count, sentence_count, syllable_count.
  @Test(arguments: [
    (
      """
      About 220 people answered. Thank you. Some people could not be asked. Some did not want to \
      answer. It is hard to reach people who have left a service. So this is not what everyone \
      thinks.
      """, 36, 5, 44
    ),
    (
      """
      Taking part, saying no, or stopping will make no difference to the care or support you get. \
      You can skip any question. You can stop when you like. At the end you get a code. Give us \
      the code and we will delete your answers.
      """, 45, 5, 53
    ),
    (
      """
      Relationships between practitioners and service users were described throughout the \
      qualitative interviews as an essential component of continuing engagement, particularly \
      where organisational discontinuity had previously undermined confidence in statutory \
      provision.
      """, 30, 1, 78
    ),
  ])
  func countsAsTextstatDoes(text: String, words: Int, sentences: Int, syllables: Int) {
    let found = ReadingGrade(of: text)
    #expect(found.words == words)
    // textstat leaves out sentences of two words or fewer.
    #expect(abs(found.sentences - sentences) <= 1)
    #expect(abs(found.syllables - syllables) <= syllables / 12)
  }
}

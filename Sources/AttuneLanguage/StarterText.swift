/// A small questionnaire to start from: every block that an instrument needs, each with a comment
/// that says what it is for.
///
/// It compiles at once. What only the team can write stands in `[write here: …]`, which the checker
/// names until it is written.
public func starterText(name: String, title: String) -> String {
  """
  # A questionnaire to start from. Lines that begin with # are notes for the team: nobody who answers
  # sees them. Change every word as you like, and see what people will see:
  #   attune try \(name).instrument
  # What only you can write stands in square brackets. This lists what is still to be written:
  #   attune check \(name).instrument
  instrument \(name): \(title)
    # Raise it with every change that people can see.
    version: 0.1.0
    # Nobody has tested these questions yet, and every table of results says so.
    status: draft, unvalidated
    language: en-GB
    author: [write here: the name of your group]
    # CC BY 4.0 lets everybody use and change it who says where it is from.
    licence: CC BY 4.0
    # How people answer, and what they may choose instead. They can always skip.
    answer: agreement
    offer: prefer not to say

  # What people read first. A study fills in {team} and {contact}.
  information: About this
    > {team} would like to hear [write here: about what, and what the answers will help].
    > There are {questions} questions. You can skip any, take a break, or stop. It will not affect the support you get.
    > You can ask us anything: {contact}.

  # Nothing is kept before people agree to what they must agree to.
  consent: Taking part
    must agree taking_part: I have read this, or had it read to me, and I want to take part.

  # Where people can turn. Ring every line yourself before you ask anybody.
  support: If this brings things up
    > Nobody is watching these answers as they come in.
    contact: [write here: a helpline, its number, and when it is open]

  # One scale for all the questions below. The number is what is stored.
  scale agreement
    1 = Disagree a lot
    2 = Disagree a little
    3 = In the middle
    4 = Agree a little
    5 = Agree a lot

  # A part of the questionnaire. The short name of a question becomes its column in the data.
  section listening: Being listened to
    > Please think of the last three months.
  item heard: Staff listened to what matters to me.
  item had_time: Staff had time for me.
  item remembered: Staff remembered what I had told them.
  # Agreeing with this one means feeling less listened to.
  item rushed: I felt rushed when we met.

  # What the questions measure together. A reversed one counts the other way round.
  construct listened_to: Being listened to
    higher means: people feel more listened to
    uses: heard, had_time, remembered
    uses reversed: rushed
    score: mean, at least 3 answered

  # What you want to know, agreed before anybody answers. When it is agreed:
  #   attune freeze \(name).instrument
  plan hang_together: Do these questions measure one thing?
    reliability of: listened_to

  """
}

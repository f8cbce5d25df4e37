public import KubernetesJSON
public import MeshMapping

/// What a verdict rests on that the input does not hold (UPG-4): what is taken for granted, and what is unknown and makes no difference to it.
public struct VerdictBasis: Sendable, Hashable {
  /// What is taken for granted.
  public let premises: [Premise]
  /// What is unknown, and would need no attention whatever it is.
  public let harmlessUnknowns: [Incompleteness]

  /// What a verdict rests on.
  public init(premises: [Premise], harmlessUnknowns: [Incompleteness]) {
    self.premises = premises
    self.harmlessUnknowns = harmlessUnknowns
  }

  /// Whether there is nothing of it: all that decides, and all that changes, is in the input.
  public var isEmpty: Bool { premises.isEmpty && harmlessUnknowns.isEmpty }

  /// What there is to say of it, a sentence each, safe to print.
  public var sentences: [String] { premises.map(\.message) + harmlessUnknowns.map(\.harmlessMessage) }
}

extension VerdictBasis: JSONWritable {
  /// Writes each as an element: the premise by its name, or what is needed and for how many Pods, and the sentence.
  @specialized(where Sink == JSONWriter)
  public func write<Sink: JSONSink>(to sink: inout Sink) {
    sink.writeArray { list in
      for premise in premises {
        list.writeObject { object in
          object.write(premise.rawValue, forKey: "premise")
          object.write(premise.message, forKey: "message")
        }
      }
      for unknown in harmlessUnknowns {
        list.writeObject { object in
          object.write(unknown.needs.rawValue, forKey: "needs")
          object.write(unknown.pods, forKey: "pods")
          object.write(unknown.harmlessMessage, forKey: "message")
        }
      }
    }
  }
}

extension Incompleteness {
  /// What is unknown and makes no difference to a verdict, as a sentence.
  fileprivate var harmlessMessage: String {
    guard unreadable.isEmpty else { return "Harmless either way: \(message)" }
    return needs == .pods
      ? "Harmless either way: some values of \(Trouble.count(pods, "Pod")) show only once the Pods run."
      : "Harmless either way: the input has no \(needs.phrase) for \(Trouble.count(pods, "Pod"))."
  }
}

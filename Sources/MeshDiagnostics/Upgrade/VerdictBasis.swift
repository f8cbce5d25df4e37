public import KubernetesJSON
public import MeshMapping

/// What a verdict rests on that the input does not hold (UPG-4): what is taken for granted, and what is unknown and makes no difference to it.
public struct VerdictBasis: Sendable, Hashable {
  /// What is taken for granted.
  public let premises: [Premise]
  /// What is unknown, and would need no attention whatever it is.
  public let harmlessUnknowns: [Incompleteness]
  /// How many workloads have Pods that are refused, or get no Dataplane, before and after alike, which is no fault of the upgrade.
  public let failing: Int
  /// How many workloads want no Pods, being scaled to zero, suspended or finished, so that nothing of them is looked at.
  public let idle: Int

  /// What a verdict rests on.
  public init(premises: [Premise], harmlessUnknowns: [Incompleteness], failing: Int = 0, idle: Int = 0) {
    self.premises = premises
    self.harmlessUnknowns = harmlessUnknowns
    self.failing = failing
    self.idle = idle
  }

  /// Whether there is nothing of it: all that decides, and all that changes, is in the input.
  public var isEmpty: Bool { premises.isEmpty && harmlessUnknowns.isEmpty && failing == 0 && idle == 0 }

  /// What there is to say of it, a sentence each, safe to print.
  public var sentences: [String] {
    premises.map(\.message) + harmlessUnknowns.map(\.harmlessMessage) + [failingMessage, idleMessage].compactMap(\.self)
  }

  private var idleMessage: String? {
    guard idle > 0 else { return nil }
    let (were, want) = idle == 1 ? ("was", "it wants") : ("were", "they want")
    let subject = "\(Trouble.count(idle, "workload")) \(were) not looked at"
    return "\(subject), since \(want) no Pods: scaled to zero, suspended or finished."
  }

  private var failingMessage: String? {
    guard failing > 0 else { return nil }
    let subject = failing == 1 ? "1 workload has" : "\(failing) workloads have"
    return "\(subject) Pods that are refused or get no Dataplane, before the upgrade and after it."
  }
}

extension VerdictBasis: JSONWritable {
  /// Writes each as an element: the premise by its name, what is needed and for how many Pods, or how many workloads fail or want no Pods, and
  /// the sentence.
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
      if let failingMessage {
        list.writeObject { object in
          object.write(failing, forKey: "failing")
          object.write(failingMessage, forKey: "message")
        }
      }
      if let idleMessage {
        list.writeObject { object in
          object.write(idle, forKey: "idle")
          object.write(idleMessage, forKey: "message")
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

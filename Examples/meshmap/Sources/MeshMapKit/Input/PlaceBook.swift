import KubernetesObjects
package import MeshDiagnostics
import Synchronization

/// Where the fields of findings stand, looked up once for whoever asks.
package final class PlaceBook: Sendable {
  private struct State {
    var finder: FieldFinder
    var places: [ObjectField: FieldPlace?] = [:]
  }

  private let state: Mutex<State>

  /// Of larger documents only the lines are told in which their objects begin: nobody looks through them by hand.
  private static let largestDocument = 1 << 24

  /// The fields of the objects of an input.
  package init(of places: InputPlaces) {
    state = Mutex(State(finder: FieldFinder(in: places, documentsUpTo: Self.largestDocument)))
  }

  /// Where a field stands, or what is nearest above it where it is not written; nil where the object is not in the input.
  package func place(of field: ObjectField) -> FieldPlace? {
    state.withLock { state in
      if let known = state.places[field] { return known }
      let place = state.finder.place(of: field)
      state.places[field] = .some(place)
      return place
    }
  }
}

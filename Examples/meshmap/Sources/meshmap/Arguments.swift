public import ArgumentParser
public import MeshMapping

extension MeshServicesMode: @retroactive ExpressibleByArgument {}

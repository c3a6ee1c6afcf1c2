public import ArgumentParser
public import AttuneStatistics

extension Alternative: ExpressibleByArgument {}

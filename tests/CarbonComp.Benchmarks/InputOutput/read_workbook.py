"""Reads every cell of a workbook's sheet with openpyxl, as pandas and the packages on it do; prints elapsed and processor time in seconds, and peak memory in GB."""
import resource
import sys
import time

import openpyxl

begun, spent = time.perf_counter(), time.process_time()
sheet = openpyxl.load_workbook(sys.argv[1], read_only=True, data_only=True)[sys.argv[2]]
rows = [list(row) for row in sheet.iter_rows(values_only=True)]
assert len(rows) > 5
print(time.perf_counter() - begun, time.process_time() - spent, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e9)

#pragma once

#include "config/map_reader.h"
#include "config/read_values.h"

/* The part of the GNU Scientific Library that attune uses. */
#pragma once

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_eigen.h>
#include <gsl/gsl_errno.h>
#include <gsl/gsl_integration.h>
#include <gsl/gsl_randist.h>
#include <gsl/gsl_rng.h>
#include <gsl/gsl_sf_erf.h>
#include <gsl/gsl_sf_gamma.h>
#include <gsl/gsl_sf_log.h>

/* The library's variable is never written, which Swift cannot see. */
static inline const gsl_rng_type *mersenne_twister_type(void) { return gsl_rng_mt19937; }

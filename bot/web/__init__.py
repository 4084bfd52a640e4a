"""HTTP: the person's web chat and the advisors' desk. Cookies, HTML and status codes live here and nowhere else."""
